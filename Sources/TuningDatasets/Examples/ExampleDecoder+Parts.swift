import JSONLines

extension ExampleDecoder {
  /// Reads a part; the reader is at its brace.
  ///
  /// - Parameter first: the index of the first part of its turn.
  mutating func readPart(ofTurnFrom first: Int) throws(JSONFault) {
    let start = reader.offset
    var part = TrainingExample.Part(kind: .none, offset: start, start: start, end: start, traits: [])
    let scope = try reader.openObject()
    reader.skipSpace()
    let key = reader.offset + 1
    let data = try readUsualData(into: &part)
    // Nearly all parts have nothing else.
    if data == nil || !reader.passObjectEnd() {
      var object = OpenObject(message: .part, scope: scope, last: order.beginning(of: .part))
      if let data {
        object.key = StringToken(start: key, end: key + fields.pattern(of: data).length, traits: [])
        object.note(data, fields.bits(of: data).own)
      }
      try readFields(of: &part, &object)
    }
    example.append(part, ofTurnFrom: first)
  }

  /// Reads the data of a part if they come next, are of a usual kind and have its usual key; returns their field. Else nothing
  /// is done.
  @inline(__always)
  private mutating func readUsualData(into part: inout TrainingExample.Part) throws(JSONFault) -> Int? {
    let start = reader.offset
    if try reader.passKey(usual.text.pattern) {
      guard isBefore(UInt8(ascii: "\""), orMovesTo: start) else { return nil }
      part.set(try readText())
      digest.addText(part.token, in: reader.line)
      return usual.text.index
    }
    let data: Int
    if try reader.passKey(usual.fileData.pattern) {
      data = usual.fileData.index
    } else if try reader.passKey(usual.functionCall.pattern) {
      data = usual.functionCall.index
    } else if try reader.passKey(usual.functionResponse.pattern) {
      data = usual.functionResponse.index
    } else {
      return nil
    }
    guard isBefore(UInt8(ascii: "{"), orMovesTo: start) else { return nil }
    let key = StringToken(start: start + 1, end: start + 1 + fields.pattern(of: data).length, traits: [])
    if firstCamelCase == nil { firstCamelCase = key }
    try readData(fields.field(of: data), data, key: key, into: &part)
    return data
  }

  /// Whether a byte comes next; if not, the reader moves to an offset.
  @inline(__always)
  private mutating func isBefore(_ byte: UInt8, orMovesTo offset: Int) -> Bool {
    if reader.line[reader.offset] == byte { return true }
    reader.move(to: offset)
    return false
  }

  /// Reads the text that comes next, unless that was done before it was seen that its turn is not plain.
  @inline(__always)
  private mutating func readText() throws(JSONFault) -> StringToken {
    guard reader.offset + 1 == textAhead.start else { return try reader.longString() }
    reader.move(to: textAhead.end + 1)
    return textAhead
  }

  /// Reads the fields of a part that come next, and its end.
  @inline(never)
  private mutating func readFields(
    of part: inout TrainingExample.Part, _ object: inout OpenObject
  ) throws(JSONFault) {
    var firstData = object.key
    var videoMetadata = TrainingExample.Place.absent
    var mediaResolution = TrainingExample.Place.absent
    awaitsData = firstData == .none
    while let field = try nextField(of: &object) {
      switch fields.field(of: field) {
      case .other: try readValue(of: field, key: object.key)
      case .thought: try readThought(field, key: object.key)
      case .videoMetadata: videoMetadata = try readVideoMetadata(field)
      case .mediaResolution: mediaResolution = try readPlace(of: field, in: object)
      case let data:
        let isFirst = firstData == .none
        if isFirst {
          firstData = object.key
          releaseNulls(hasData: true)
        } else {
          findings.report(.partWithSeveralData(object.key, beside: firstData), at: object.key)
        }
        let start = part.start
        try readData(data, field, key: object.key, into: &part)
        if !isFirst {
          part.kind = .spoilt
          part.setContent(from: start, to: part.end)
        }
      }
    }
    if firstData == .none {
      releaseNulls(hasData: false)
      if !object.hasMeantField {
        findings.report(.partWithoutData, at: part.offset, length: reader.offset - part.offset)
      }
      part.kind = .spoilt
    }
    if part.kind == .fileData || part.kind == .inlineData {
      example.setSideFields(
        videoMetadata: videoMetadata, mediaResolution: mediaResolution, ofPart: example.parts.count)
    }
  }

  private mutating func readData(
    _ data: Field, _ field: Int, key: StringToken, into part: inout TrainingExample.Part
  ) throws(JSONFault) {
    let path = digest.enter(fields.digestKey(of: field))
    defer { digest.path = path }
    if data == .text {
      guard try expect(.string, for: .field(field)) else { return part.kind = .spoilt }
      part.set(try reader.longString())
      return digest.add(part.token, in: reader.line)
    }
    part.kind = TrainingExample.PartKind(data)
    if part.kind != .undocumented, reader.line[reader.offset] != JSONKind.object.firstByte {
      part.kind = .spoilt
    }
    let start = reader.offset
    reader.traits = []
    switch part.kind {
    case .fileData: try readMedia(.file)
    case .inlineData: try readMedia(.inline)
    case .functionCall: try readFunctionCall()
    case .functionResponse: try readFunctionResponse()
    case .none, .text, .undocumented, .spoilt: try readValue(of: field, key: key)
    }
    part.traits = reader.traits
    part.setContent(from: start, to: reader.offset)
    if part.kind == .fileData || part.kind == .inlineData { example.isMultimodal = true }
  }

  /// Reads `thought` or `thoughtSignature`; a part that says it is not a thought is like any other, and a value of the
  /// wrong type is a mistake of its own.
  private mutating func readThought(_ field: Int, key: StringToken) throws(JSONFault) {
    let first = reader.line[reader.offset]
    let isString = if case .string = fields.shape(of: field) { true } else { false }
    if first == (isString ? UInt8(ascii: "\"") : UInt8(ascii: "t")) {
      findings.report(.thought(key), at: key)
    }
    try readValue(of: field, key: key)
  }
}

extension TrainingExample.PartKind {
  fileprivate init(_ data: Field) {
    switch data {
    case .functionCall: self = .functionCall
    case .functionResponse: self = .functionResponse
    case .fileData: self = .fileData
    case .inlineData: self = .inlineData
    default: self = .undocumented
    }
  }
}
