extension MessageType {
  /// The fields that carry what the model is trained on, by their names in camelCase: where one is misspelled, that is
  /// lost.
  var contentFields: [String] {
    switch self {
    case .example: ["systemInstruction", "contents", "tools"]
    case .turn: ["role", "parts"]
    case .part: ["text", "functionCall", "functionResponse", "fileData", "inlineData"]
    case .fileData: ["mimeType", "fileUri"]
    case .inlineData: ["mimeType", "data"]
    case .functionCall: ["name", "args"]
    case .functionResponse: ["name", "response", "parts"]
    case .functionResponsePart: ["inlineData", "fileData"]
    case .tool: ["functionDeclarations"]
    case .functionDeclaration: ["name", "description", "parameters", "parametersJsonSchema"]
    default: []
    }
  }
}
