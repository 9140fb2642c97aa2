/// The message types of a training example whose fields tunekit knows.
///
/// They are those of `GeminiExample` in Google's `aiplatform` v1beta1 API and of the google-genai SDK, as of 2026-11-22.
enum MessageType: UInt8, CaseIterable, Sendable {
  case example, turn, part, fileData, inlineData, videoMetadata, partMediaResolution, executableCode,
    codeExecutionResult, functionCall, partialArg, functionResponse, functionResponsePart, tool,
    functionDeclaration, schema, toolConfig, functionCallingConfig, retrievalConfig, latLng, generationConfig

  /// What it is called in a sentence.
  var name: String {
    switch self {
    case .example: "the example"
    case .turn: "a turn"
    case .part: "a part"
    case .fileData: "fileData"
    case .inlineData: "inlineData"
    case .videoMetadata: "videoMetadata"
    case .partMediaResolution: "a part's mediaResolution"
    case .executableCode: "executableCode"
    case .codeExecutionResult: "codeExecutionResult"
    case .functionCall: "a function call"
    case .partialArg: "partialArgs"
    case .functionResponse: "a function response"
    case .functionResponsePart: "a function response's part"
    case .tool: "a tool"
    case .functionDeclaration: "a function declaration"
    case .schema: "a schema"
    case .toolConfig: "toolConfig"
    case .functionCallingConfig: "functionCallingConfig"
    case .retrievalConfig: "retrievalConfig"
    case .latLng: "latLng"
    case .generationConfig: "generationConfig"
    }
  }
}

/// What a field contains.
enum FieldShape: Sendable {
  /// A string.
  case string
  /// `true` or `false`.
  case boolean
  /// A number; Google's JSON parsers read one in quotes too.
  case number
  /// A number without a fraction, in 64 bits; likewise.
  case integer
  /// A time in seconds as a string: "5s".
  case duration
  /// One of a list of names; Google's JSON parsers read their numbers too.
  case enumeration(Enumeration)
  /// A message.
  case message(MessageType)
  /// An object whose values are messages.
  case map(MessageType)
  /// A list of messages.
  case list(MessageType)
  /// A list of strings.
  case strings
  /// An object whose values are strings.
  case stringMap
  /// An object of any content.
  case object
  /// Any value, for which null is one like others.
  case value
  /// Known, but without effect on tuning: TK313.
  case ignored
  /// In the API, but not on the tuning page: TK315. A message, an object, or anything.
  case undocumentedMessage(MessageType)
  case undocumentedObject
  case undocumented
}

extension FieldShape {
  /// Whether null is a value of the field like others.
  var holdsNull: Bool { if case .value = self { true } else { false } }
}

/// The fields that the decoder handles itself; all others only by their shape.
enum Field: UInt8, Sendable {
  case other, contents, systemInstruction, role, parts, thought
  // The data of a part, which has exactly one kind.
  case text, functionCall, functionResponse, fileData, inlineData, undocumentedData
  // What else rules look at: where it is is noted.
  case videoMetadata, startOffset, endOffset, frameRate, mediaResolution, mimeType, mediaContent, displayName
  case generationConfig, exampleResolution
  case name, id, arguments, partialArguments, response, responseParts
  case tools, functionDeclarations, parameters, parametersJsonSchema, resultSchema, properties

  /// Whether null means that the field is missing, for which there is a rule of its own.
  var isRequired: Bool {
    switch self {
    case .contents, .role, .parts, .mimeType, .mediaContent, .name, .response: true
    default: false
    }
  }
}

/// A field of a message.
struct FieldDescription: Sendable {
  /// The name in camelCase, as Google's documentation writes it most often.
  let name: StaticString
  /// What it contains.
  let shape: FieldShape
  /// What the decoder does with it.
  let field: Field

  init(_ name: StaticString, _ shape: FieldShape, _ field: Field = .other) {
    self.name = name
    self.shape = shape
    self.field = field
  }
}

extension MessageType {
  /// The fields, those that lines usually have first, in the usual order.
  var fields: [FieldDescription] {
    switch self {
    case .example:
      [
        FieldDescription("systemInstruction", .message(.turn), .systemInstruction),
        FieldDescription("contents", .list(.turn), .contents),
        FieldDescription("tools", .list(.tool), .tools),
        FieldDescription("toolConfig", .message(.toolConfig)),
        FieldDescription("generationConfig", .message(.generationConfig), .generationConfig),
        FieldDescription("labels", .stringMap),
        FieldDescription("safetySettings", .ignored),
        FieldDescription("modelArmorConfig", .ignored),
        FieldDescription("cachedContent", .ignored),
        FieldDescription("model", .ignored),
        FieldDescription("weight", .ignored),
      ]
    case .turn: [FieldDescription("role", .string, .role), FieldDescription("parts", .list(.part), .parts)]
    case .part:
      [
        FieldDescription("text", .string, .text),
        FieldDescription("functionCall", .message(.functionCall), .functionCall),
        FieldDescription("functionResponse", .message(.functionResponse), .functionResponse),
        FieldDescription("fileData", .message(.fileData), .fileData),
        FieldDescription("inlineData", .message(.inlineData), .inlineData),
        FieldDescription("executableCode", .undocumentedMessage(.executableCode), .undocumentedData),
        FieldDescription(
          "codeExecutionResult", .undocumentedMessage(.codeExecutionResult), .undocumentedData),
        FieldDescription("videoMetadata", .message(.videoMetadata), .videoMetadata),
        FieldDescription("mediaResolution", .message(.partMediaResolution), .mediaResolution),
        FieldDescription("thought", .boolean, .thought),
        FieldDescription("thoughtSignature", .string, .thought),
      ]
    case .fileData:
      [
        FieldDescription("mimeType", .string, .mimeType), FieldDescription("fileUri", .string, .mediaContent),
        FieldDescription("displayName", .string, .displayName),
      ]
    case .inlineData:
      [
        FieldDescription("mimeType", .string, .mimeType), FieldDescription("data", .string, .mediaContent),
        FieldDescription("displayName", .string, .displayName),
      ]
    case .videoMetadata:
      [
        FieldDescription("startOffset", .duration, .startOffset),
        FieldDescription("endOffset", .duration, .endOffset),
        FieldDescription("fps", .number, .frameRate),
      ]
    case .partMediaResolution:
      [
        FieldDescription("level", .enumeration(.partMediaResolutionLevel)),
        FieldDescription("numTokens", .number),
      ]
    case .executableCode:
      [
        FieldDescription("language", .enumeration(.codeLanguage)), FieldDescription("code", .string),
        FieldDescription("id", .string),
      ]
    case .codeExecutionResult:
      [
        FieldDescription("outcome", .enumeration(.codeOutcome)), FieldDescription("output", .string),
        FieldDescription("id", .string),
      ]
    case .functionCall, .partialArg, .functionResponse, .functionResponsePart, .tool, .functionDeclaration,
      .schema, .toolConfig, .functionCallingConfig, .retrievalConfig, .latLng:
      fieldsOfFunctions
    case .generationConfig:
      [FieldDescription("mediaResolution", .enumeration(.mediaResolution), .exampleResolution)]
        + Self.fieldsWithoutEffect.map { FieldDescription($0, .ignored) }
    }
  }

  /// The fields of a generation config that say how to answer, which tuning has no use for.
  private static let fieldsWithoutEffect: [StaticString] = [
    "temperature", "topP", "topK", "candidateCount", "maxOutputTokens", "stopSequences", "responseLogprobs",
    "logprobs", "presencePenalty", "frequencyPenalty", "seed", "responseMimeType", "responseSchema",
    "responseJsonSchema", "routingConfig", "audioTimestamp", "responseModalities", "speechConfig",
    "thinkingConfig", "modelConfig", "imageConfig", "modelSelectionConfig", "enableAffectiveDialog",
    "enableEnhancedCivicAnswers", "responseFormat", "translationConfig", "audioTranscriptionConfig",
  ]
}
