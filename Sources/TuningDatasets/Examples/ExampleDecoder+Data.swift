import JSONLines

/// The contents of parts and tools, for the rules about media and functions.
extension ExampleDecoder {
  /// Reads `fileData` or `inlineData` of the part that comes next, or of its function response; the reader is at the
  /// brace.
  mutating func readMedia(_ kind: TrainingExample.Media.Kind) throws(JSONFault) {
    let start = reader.offset
    var media = TrainingExample.Media(kind, part: example.parts.count)
    var object = try openObject(kind == .file ? .fileData : .inlineData)
    while let field = try nextField(of: &object) {
      switch fields.field(of: field) {
      case .mimeType: media.mimeType = try readPlace(of: field, key: object.key)
      case .mediaContent: media.content = try readPlace(of: field, key: object.key)
      case .displayName: media.displayName = try readPlace(of: field, key: object.key)
      default: try readValue(of: field, key: object.key)
      }
    }
    media.object = TrainingExample.Place(start..<reader.offset)
    example.append(media)
  }

  /// Reads the function call of the part that comes next; the reader is at its brace.
  mutating func readFunctionCall() throws(JSONFault) {
    let start = reader.offset
    var call = TrainingExample.FunctionCall(part: example.parts.count)
    var object = try openObject(.functionCall)
    while let field = try nextField(of: &object) {
      switch fields.field(of: field) {
      case .name: call.name = try readPlace(of: field, key: object.key)
      case .id: call.id = try readPlace(of: field, key: object.key)
      case .arguments: call.arguments = try readPlace(of: field, key: object.key)
      default: try readValue(of: field, key: object.key)
      }
    }
    call.object = TrainingExample.Place(start..<reader.offset)
    example.append(call)
  }

  /// Reads the function response of the part that comes next; the reader is at its brace.
  mutating func readFunctionResponse() throws(JSONFault) {
    let start = reader.offset
    var response = TrainingExample.FunctionResponse(part: example.parts.count)
    var object = try openObject(.functionResponse)
    while let field = try nextField(of: &object) {
      if fields.field(of: field) == .responseParts {
        try readResponseParts(field)
        continue
      }
      switch fields.field(of: field) {
      case .name: response.name = try readPlace(of: field, key: object.key)
      case .id: response.id = try readPlace(of: field, key: object.key)
      case .response: response.response = try readPlace(of: field, key: object.key)
      default: try readValue(of: field, key: object.key)
      }
    }
    response.object = TrainingExample.Place(start..<reader.offset)
    example.append(response)
  }

  private mutating func readResponseParts(_ field: Int) throws(JSONFault) {
    try readList(field) { (decoder: inout ExampleDecoder, index) throws(JSONFault) in
      guard try decoder.expect(.object, for: .element(of: field, index)) else { return }
      var object = try decoder.openObject(.functionResponsePart)
      while let field = try decoder.nextField(of: &object) {
        if decoder.reader.line[decoder.reader.offset] == JSONKind.object.firstByte {
          try decoder.readMedia(decoder.fields.field(of: field) == .fileData ? .file : .inline)
        } else {
          try decoder.readValue(of: field, key: object.key)
        }
      }
    }
  }

  // MARK: Tools

  /// Reads the tools.
  mutating func readTools(_ field: Int) throws(JSONFault) {
    noteSpoiltDeclarations(unless: .array)
    try readList(field) { (decoder: inout ExampleDecoder, tool) throws(JSONFault) in
      decoder.noteSpoiltDeclarations(unless: .object)
      guard try decoder.expect(.object, for: .element(of: field, tool)) else { return }
      var object = try decoder.openObject(.tool)
      while let field = try decoder.nextField(of: &object) {
        switch decoder.fields.field(of: field) {
        case .functionDeclarations: try decoder.readFunctionDeclarations(field, ofTool: tool)
        default: try decoder.readValue(of: field, key: object.key)
        }
      }
    }
  }

  private mutating func readFunctionDeclarations(_ field: Int, ofTool tool: Int) throws(JSONFault) {
    noteSpoiltDeclarations(unless: .array)
    try readList(field) { (decoder: inout ExampleDecoder, index) throws(JSONFault) in
      decoder.noteSpoiltDeclarations(unless: .object)
      guard try decoder.expect(.object, for: .element(of: field, index)) else { return }
      try decoder.readFunctionDeclaration(ofTool: tool)
    }
  }

  private mutating func readFunctionDeclaration(ofTool tool: Int) throws(JSONFault) {
    let start = reader.offset
    var declaration = TrainingExample.FunctionDeclaration(tool: tool)
    var object = try openObject(.functionDeclaration)
    while let field = try nextField(of: &object) {
      switch fields.field(of: field) {
      case .name: declaration.name = try readPlace(of: field, key: object.key)
      case .parameters: declaration.setSchema(try readPlace(of: field, key: object.key), .parameters)
      case .parametersJsonSchema:
        declaration.setSchema(try readPlace(of: field, key: object.key), .parametersJsonSchema)
      default: try readValue(of: field, key: object.key)
      }
    }
    declaration.object = TrainingExample.Place(start..<reader.offset)
    example.append(declaration)
  }

  /// Records that the next value can contain unknown declarations, unless it is of the right kind.
  private mutating func noteSpoiltDeclarations(unless kind: JSONKind) {
    if reader.line[reader.offset] != kind.firstByte { example.hasSpoiltDeclarations = true }
  }
}
