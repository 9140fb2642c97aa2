import JSONLines

/// The contents of parts and tools, for the rules about media and functions.
extension ExampleDecoder {
  /// Reads `fileData` or `inlineData` of the part that comes next, or of its function response; the reader is at the
  /// brace.
  mutating func readMedia(_ kind: TrainingExample.Media.Kind) throws(JSONFault) {
    let start = reader.offset
    var media = TrainingExample.Media(kind, part: example.parts.count)
    var object = try openObject(kind == .file ? .fileData : .inlineData)
    while try reader.moveToKey(isFirst: object.isFirst) {
      if kind == .file {
        if let type = try readString(usual.mimeTypeOfFile, in: &object) {
          media.mimeType = TrainingExample.Place(type)
          continue
        }
        if let uri = try readString(usual.uriOfFile, in: &object) {
          media.content = TrainingExample.Place(uri)
          continue
        }
      }
      guard let field = try readKey(of: &object) else { continue }
      switch fields.field(of: field) {
      case .mimeType: media.mimeType = try readPlace(of: field, in: object)
      case .mediaContent where kind == .inline && reader.line[reader.offset] == UInt8(ascii: "\""):
        let (string, isPlain) = try reader.base64String()
        digest.add(string, ofKey: fields.digestKey(of: field), in: reader.line)
        media.content = TrainingExample.Place(string.start - 1..<string.end + 1)
        media.isPlainBase64 = isPlain
      case .mediaContent: media.content = try readPlace(of: field, in: object)
      case .displayName: media.displayName = try readPlace(of: field, in: object)
      default: try readValue(of: field, key: object.key)
      }
    }
    try reader.closeObject(object.scope)
    media.object = TrainingExample.Place(from: start, to: reader.offset)
    if media.mimeType.isAbsent && !object.means(.mimeType) || media.mimeType.string?.count == 0 {
      report(.missingMimeType(kind, style), from: start)
    }
    let isEmpty = kind == .inline && media.content.string?.count == 0
    if media.content.isAbsent && !object.means(.mediaContent) || isEmpty {
      report(.missingMediaContent(kind, style), from: start)
    }
    example.append(media)
  }

  /// Reads the function call of the part that comes next; the reader is at its brace.
  mutating func readFunctionCall() throws(JSONFault) {
    let start = reader.offset
    var call = TrainingExample.FunctionCall(part: example.parts.count)
    var object = try openObject(.functionCall)
    while try reader.moveToKey(isFirst: object.isFirst) {
      if let name = try readString(usual.nameOfCall, in: &object) {
        call.name = TrainingExample.Place(name)
        continue
      }
      if let arguments = try readObject(usual.arguments, in: &object) {
        call.arguments = arguments
        continue
      }
      guard let field = try readKey(of: &object) else { continue }
      switch fields.field(of: field) {
      case .name: call.name = try readPlace(of: field, in: object)
      case .id: call.id = try readPlace(of: field, in: object)
      case .arguments: call.arguments = try readPlace(of: field, in: object)
      case .partialArguments:
        call.hasPartialArguments = true
        try readValue(of: field, key: object.key)
      default: try readValue(of: field, key: object.key)
      }
    }
    try reader.closeObject(object.scope)
    if call.name.isAbsent, !object.means(.name) { report(.missingFunctionName(.functionCall), from: start) }
    example.append(call)
  }

  /// Reads the function response of the part that comes next; the reader is at its brace.
  mutating func readFunctionResponse() throws(JSONFault) {
    let start = reader.offset
    var response = TrainingExample.FunctionResponse(part: example.parts.count)
    var hasParts = false
    var object = try openObject(.functionResponse)
    while try reader.moveToKey(isFirst: object.isFirst) {
      if let name = try readString(usual.nameOfResponse, in: &object) {
        response.name = TrainingExample.Place(name)
        continue
      }
      if let content = try readObject(usual.response, in: &object) {
        response.response = content
        continue
      }
      guard let field = try readKey(of: &object) else { continue }
      if fields.field(of: field) == .responseParts {
        hasParts = true
        let path = digest.enter(fields.digestKey(of: field))
        try readResponseParts(field)
        digest.path = path
        continue
      }
      switch fields.field(of: field) {
      case .name: response.name = try readPlace(of: field, in: object)
      case .id: response.id = try readPlace(of: field, in: object)
      case .response: response.response = try readPlace(of: field, in: object)
      default: try readValue(of: field, key: object.key)
      }
    }
    try reader.closeObject(object.scope)
    if response.name.isAbsent, !object.means(.name) {
      report(.missingFunctionName(.functionResponse), from: start)
    }
    // Whether media may stand in its place is not documented.
    if response.response.isAbsent, !hasParts, !object.means(.response), !object.means(.responseParts) {
      report(.missingFunctionResponse, from: start)
    }
    example.append(response)
  }

  private mutating func readResponseParts(_ field: Int) throws(JSONFault) {
    try readList(field) { (decoder: inout ExampleDecoder, index) throws(JSONFault) in
      guard try decoder.expect(.object, for: .element(of: field, index)) else { return }
      var object = try decoder.openObject(.functionResponsePart)
      while let field = try decoder.nextField(of: &object) {
        if decoder.reader.line[decoder.reader.offset] == JSONKind.object.firstByte {
          let path = decoder.digest.enter(decoder.fields.digestKey(of: field))
          try decoder.readMedia(decoder.fields.field(of: field) == .fileData ? .file : .inline)
          decoder.digest.path = path
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
      let start = decoder.reader.offset
      var object = try decoder.openObject(.tool)
      var first: StringToken?
      var hasSeveral = false
      while let field = try decoder.nextField(of: &object) {
        if let first, !hasSeveral {
          hasSeveral = true
          decoder.findings.report(.severalTools(object.key, beside: first), at: object.key)
        }
        first = first ?? object.key
        switch decoder.fields.field(of: field) {
        case .functionDeclarations: try decoder.readFunctionDeclarations(field, ofTool: tool)
        default: try decoder.readValue(of: field, key: object.key)
        }
      }
      if !decoder.unknownToolFields.isEmpty { decoder.noteUnknownToolFields() }
      if object.isFirst { decoder.report(.emptyTool, from: start) }
    }
  }

  /// Notes the unknown fields of a tool: those of another format as one fault, and that once for a line.
  @inline(never)
  private mutating func noteUnknownToolFields() {
    if let (format, key) = ToolFormat.recognize(unknownToolFields, in: reader.line) {
      if !hasForeignTool {
        findings.report(.foreignTool(format, isSnakeCase: style == .snakeCase), at: key)
      }
      hasForeignTool = true
      example.hasSpoiltDeclarations = true
    } else {
      for field in unknownToolFields { reportUnknown(field.key, of: .tool, losesContent: field.losesContent) }
    }
    unknownToolFields.removeAll(keepingCapacity: true)
  }

  private mutating func readFunctionDeclarations(_ field: Int, ofTool tool: Int) throws(JSONFault) {
    noteSpoiltDeclarations(unless: .array)
    let start = reader.offset
    let path = digest.enter(fields.digestKey(of: field))
    defer { digest.path = path }
    try readList(field) { (decoder: inout ExampleDecoder, index) throws(JSONFault) in
      decoder.noteSpoiltDeclarations(unless: .object)
      guard try decoder.expect(.object, for: .element(of: field, index)) else { return }
      try decoder.readFunctionDeclaration(ofTool: tool)
    }
    if reader.line.isEmptyArray(from: start, to: reader.offset) { report(.emptyTool, from: start) }
  }

  private mutating func readFunctionDeclaration(ofTool tool: Int) throws(JSONFault) {
    let start = reader.offset
    var declaration = TrainingExample.FunctionDeclaration(tool: tool)
    var object = try openObject(.functionDeclaration)
    while try reader.moveToKey(isFirst: object.isFirst) {
      if let name = try readString(usual.nameOfDeclaration, in: &object) {
        declaration.name = TrainingExample.Place(name)
        continue
      }
      if try readString(usual.descriptionOfDeclaration, in: &object) != nil { continue }
      guard let field = try readKey(of: &object) else { continue }
      switch fields.field(of: field) {
      case .name: declaration.name = try readPlace(of: field, in: object)
      case .parameters:
        openSchemas.areOfParameters = true
        declaration.setSchema(try readPlace(of: field, in: object), .parameters)
      case .resultSchema:
        openSchemas.areOfParameters = false
        try readValue(of: field, key: object.key)
      case .parametersJsonSchema:
        declaration.setSchema(try readPlace(of: field, in: object), .parametersJsonSchema)
      default: try readValue(of: field, key: object.key)
      }
    }
    try reader.closeObject(object.scope)
    declaration.object = TrainingExample.Place(from: start, to: reader.offset)
    if declaration.name.isAbsent, !object.means(.name) {
      report(.missingFunctionName(.functionDeclaration), from: start)
    }
    example.append(declaration)
  }

  /// Reports what an object or array lacks that has been read.
  private mutating func report(_ fault: ShapeFault, from start: Int) {
    findings.report(fault, at: start, length: reader.offset - start)
  }

  /// Records that the next value can contain unknown declarations, unless it is of the right kind.
  private mutating func noteSpoiltDeclarations(unless kind: JSONKind) {
    if reader.line[reader.offset] != kind.firstByte { example.hasSpoiltDeclarations = true }
  }
}

extension LineBytes {
  /// Whether a value that has been read is an array without elements.
  fileprivate func isEmptyArray(from start: Int, to end: Int) -> Bool {
    self[start] == UInt8(ascii: "[") && afterSpace(from: start + 1) == end - 1
  }
}
