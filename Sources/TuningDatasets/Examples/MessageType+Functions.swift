extension MessageType {
  /// The fields of a message that has to do with functions, those that lines usually have first.
  var fieldsOfFunctions: [FieldDescription] {
    switch self {
    case .functionCall:
      [
        FieldDescription("name", .string, .name), FieldDescription("args", .object, .arguments),
        FieldDescription("id", .string, .id),
        FieldDescription("partialArgs", .list(.partialArg), .partialArguments),
        FieldDescription("willContinue", .boolean),
      ]
    case .partialArg:
      [
        FieldDescription("jsonPath", .string), FieldDescription("nullValue", .value),
        FieldDescription("numberValue", .number), FieldDescription("stringValue", .string),
        FieldDescription("boolValue", .boolean), FieldDescription("willContinue", .boolean),
      ]
    case .functionResponse:
      [
        FieldDescription("name", .string, .name), FieldDescription("response", .object, .response),
        FieldDescription("id", .string, .id),
        FieldDescription("parts", .list(.functionResponsePart), .responseParts),
        FieldDescription("willContinue", .boolean),
        FieldDescription("scheduling", .enumeration(.scheduling)),
      ]
    case .functionResponsePart:
      [
        FieldDescription("inlineData", .message(.inlineData), .inlineData),
        FieldDescription("fileData", .message(.fileData), .fileData),
      ]
    case .tool:
      [FieldDescription("functionDeclarations", .list(.functionDeclaration), .functionDeclarations)]
        + Self.otherTools.map { FieldDescription($0, .undocumentedObject) }
        + [FieldDescription("mcpServers", .undocumented)]
    case .functionDeclaration:
      [
        FieldDescription("name", .string, .name), FieldDescription("description", .string),
        FieldDescription("parameters", .message(.schema), .parameters),
        FieldDescription("parametersJsonSchema", .value, .parametersJsonSchema),
        FieldDescription("response", .message(.schema), .resultSchema),
        FieldDescription("responseJsonSchema", .value),
        FieldDescription("behavior", .enumeration(.behavior)),
      ]
    case .schema: Self.fieldsOfSchema
    case .toolConfig:
      [
        FieldDescription("functionCallingConfig", .message(.functionCallingConfig)),
        FieldDescription("retrievalConfig", .message(.retrievalConfig)),
        FieldDescription("includeServerSideToolInvocations", .boolean),
      ]
    case .retrievalConfig:
      [FieldDescription("latLng", .message(.latLng)), FieldDescription("languageCode", .string)]
    case .latLng: [FieldDescription("latitude", .number), FieldDescription("longitude", .number)]
    default:
      [
        FieldDescription("mode", .enumeration(.functionCallingMode)),
        FieldDescription("allowedFunctionNames", .strings),
        FieldDescription("streamFunctionCallArguments", .boolean),
      ]
    }
  }

  /// Those of the subset of OpenAPI that Google's `Schema` is; of JSON Schema it has no others.
  private static let fieldsOfSchema = [
    FieldDescription("type", .enumeration(.schemaType)), FieldDescription("description", .string),
    FieldDescription("properties", .map(.schema), .properties), FieldDescription("items", .message(.schema)),
    FieldDescription("enum", .strings), FieldDescription("required", .strings),
    FieldDescription("format", .string), FieldDescription("nullable", .boolean),
    FieldDescription("anyOf", .list(.schema)), FieldDescription("title", .string),
    FieldDescription("default", .value), FieldDescription("example", .value),
    FieldDescription("minimum", .number), FieldDescription("maximum", .number),
    FieldDescription("minItems", .integer), FieldDescription("maxItems", .integer),
    FieldDescription("minLength", .integer), FieldDescription("maxLength", .integer),
    FieldDescription("minProperties", .integer), FieldDescription("maxProperties", .integer),
    FieldDescription("pattern", .string), FieldDescription("propertyOrdering", .strings),
    FieldDescription("additionalProperties", .value), FieldDescription("ref", .string),
    FieldDescription("defs", .map(.schema)),
  ]

  /// The tools of the API that are not function declarations.
  private static let otherTools: [StaticString] = [
    "retrieval", "googleSearch", "googleSearchRetrieval", "googleMaps", "enterpriseWebSearch",
    "parallelAiSearch",
    "exaAiSearch", "codeExecution", "urlContext", "computerUse", "fileSearch",
  ]
}
