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
      let place = try readPlace(of: field, key: object.key)
      switch fields.field(of: field) {
      case .mimeType: media.mimeType = place
      case .mediaContent: media.content = place
      case .displayName: media.displayName = place
      default: break
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
      let place = try readPlace(of: field, key: object.key)
      switch fields.field(of: field) {
      case .name: call.name = place
      case .id: call.id = place
      case .arguments: call.arguments = place
      default: break
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
        try readResponseParts()
        continue
      }
      let place = try readPlace(of: field, key: object.key)
      switch fields.field(of: field) {
      case .name: response.name = place
      case .id: response.id = place
      case .response: response.response = place
      default: break
      }
    }
    response.object = TrainingExample.Place(start..<reader.offset)
    example.append(response)
  }

  private mutating func readResponseParts() throws(JSONFault) {
    try readList("parts") { (decoder: inout ExampleDecoder, index) throws(JSONFault) in
      guard try decoder.expect(.object, for: .element("parts", index)) else { return }
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
  mutating func readTools() throws(JSONFault) {
    noteSpoiltDeclarations(unless: .array)
    try readList("tools") { (decoder: inout ExampleDecoder, tool) throws(JSONFault) in
      decoder.noteSpoiltDeclarations(unless: .object)
      guard try decoder.expect(.object, for: .element("tools", tool)) else { return }
      var object = try decoder.openObject(.tool)
      while let field = try decoder.nextField(of: &object) {
        switch decoder.fields.field(of: field) {
        case .functionDeclarations: try decoder.readFunctionDeclarations(ofTool: tool)
        default: try decoder.readValue(of: field, key: object.key)
        }
      }
    }
  }

  private mutating func readFunctionDeclarations(ofTool tool: Int) throws(JSONFault) {
    noteSpoiltDeclarations(unless: .array)
    try readList("functionDeclarations") { (decoder: inout ExampleDecoder, index) throws(JSONFault) in
      decoder.noteSpoiltDeclarations(unless: .object)
      guard try decoder.expect(.object, for: .element("functionDeclarations", index)) else { return }
      try decoder.readFunctionDeclaration(ofTool: tool)
    }
  }

  private mutating func readFunctionDeclaration(ofTool tool: Int) throws(JSONFault) {
    let start = reader.offset
    var declaration = TrainingExample.FunctionDeclaration(tool: tool)
    var object = try openObject(.functionDeclaration)
    while let field = try nextField(of: &object) {
      let place = try readPlace(of: field, key: object.key)
      switch fields.field(of: field) {
      case .name: declaration.name = place
      case .parameters: declaration.setSchema(place, .parameters)
      case .parametersJsonSchema: declaration.setSchema(place, .parametersJsonSchema)
      default: break
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
