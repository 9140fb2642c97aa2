extension MessageType {
  /// What a message's fields are called elsewhere, and their names here: hints for fields that are unknown.
  ///
  /// Only words that can mean nothing else are here, and none so near to the right name that it is found anyway.
  var aliases: [String: String] {
    switch self {
    case .example:
      [
        "system": "systemInstruction", "systemPrompt": "systemInstruction",
        "systemMessage": "systemInstruction",
        "conversation": "contents", "functions": "tools", "functionDeclarations": "tools",
        "toolChoice": "toolConfig",
      ]
    case .turn: ["content": "parts", "text": "parts", "value": "parts", "author": "role", "from": "role"]
    case .part:
      [
        "content": "text", "toolCall": "functionCall", "toolResponse": "functionResponse",
        "functionResult": "functionResponse",
      ]
    case .fileData:
      ["uri": "fileUri", "gcsUri": "fileUri", "contentType": "mimeType", "mediaType": "mimeType"]
    case .inlineData:
      ["base64": "data", "bytes": "data", "contentType": "mimeType", "mediaType": "mimeType"]
    case .functionCall: ["arguments": "args", "parameters": "args", "input": "args"]
    case .functionResponse: ["content": "response", "output": "response", "result": "response"]
    case .tool: ["function": "functionDeclarations", "functions": "functionDeclarations"]
    case .schema: ["choices": "enum", "options": "enum", "values": "enum", "optional": "nullable"]
    case .videoMetadata, .partMediaResolution, .executableCode, .codeExecutionResult, .partialArg,
      .functionResponsePart, .functionDeclaration, .toolConfig, .functionCallingConfig, .retrievalConfig,
      .latLng, .generationConfig:
      [:]
    }
  }
}
