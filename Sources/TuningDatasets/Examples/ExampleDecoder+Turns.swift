import JSONLines

extension ExampleDecoder {
  /// Reads a turn, or the system instruction, which has the same shape; the reader is at its brace.
  mutating func readTurn() throws(JSONFault) -> TrainingExample.Turn {
    var turn = TrainingExample.Turn(offset: reader.offset, firstPart: example.parts.count)
    var hasParts = false
    var object = try openObject(.turn)
    while try reader.moveToKey(isFirst: object.isFirst) {
      if try pass(usual.role, in: &object) {
        try readRole(usual.role.index, of: &turn)
      } else if try pass(usual.parts, in: &object) {
        hasParts = true
        turn.hasSpoiltParts = try !readParts(usual.parts.index, of: turn)
      } else if let field = try readKey(of: &object) {
        switch fields.field(of: field) {
        case .role: try readRole(field, of: &turn)
        case .parts:
          hasParts = true
          turn.hasSpoiltParts = try !readParts(field, of: turn)
        default: try readValue(of: field, key: object.key)
        }
      }
    }
    try reader.closeObject(object.scope)
    if !hasParts {
      if !object.means(.parts) { findings.report(.missingParts, at: turn.offset) }
      turn.hasSpoiltParts = true
    }
    if object.means(.role), turn.role == .absent { turn.role = .spoilt }
    turn.endOfParts = example.parts.count
    return turn
  }

  @inline(__always)
  private mutating func readRole(_ field: Int, of turn: inout TrainingExample.Turn) throws(JSONFault) {
    let start = reader.offset
    if reader.passString(usual.user) {
      turn.role = .user
    } else if reader.passString(usual.model) {
      turn.role = .model
    } else {
      return try readOtherRole(field, of: &turn)
    }
    digest.addRole(turn.role)
    turn.roleToken = StringToken(start: start + 1, end: reader.offset - 1, traits: [])
  }

  @inline(never)
  private mutating func readOtherRole(_ field: Int, of turn: inout TrainingExample.Turn) throws(JSONFault) {
    if reader.line[reader.offset] == UInt8(ascii: "n") { return try reader.literal() }
    let path = digest.enter(fields.digestKey(of: field))
    defer { digest.path = path }
    guard try expect(.string, for: .field(field)) else { return turn.role = .spoilt }
    let role = try reader.string()
    turn.roleToken = role
    turn.role = TrainingExample.Role(role, in: reader.line)
    if turn.role == .user || turn.role == .model {
      digest.path = path
      digest.addRole(turn.role)
    } else {
      digest.add(role, in: reader.line)
    }
  }

  /// Reads the parts of a turn; false where there are none to be judged, which is noted.
  private mutating func readParts(_ field: Int, of turn: TrainingExample.Turn) throws(JSONFault) -> Bool {
    let start = reader.offset
    if reader.line[start] == UInt8(ascii: "n") {
      findings.report(.missingParts, at: start, length: 4)
      try reader.literal()
      return false
    }
    let path = digest.enter(fields.digestKey(of: field))
    defer { digest.path = path }
    guard try expect(.array, for: .field(field)) else { return false }
    try reader.openArray()
    let parts = digest.path
    var index = 0
    while try reader.nextElement(isFirst: index == 0) {
      let start = reader.offset
      digest.path = parts.element(index)
      if try expect(.object, for: .element(of: field, index)) {
        try readPart(of: turn)
      } else {
        let part = TrainingExample.Part(kind: .spoilt, offset: start, start: start, end: start, traits: [])
        example.append(part, ofTurnFrom: turn.firstPart)
      }
      index += 1
    }
    if index == 0 { findings.report(.missingParts, at: start, length: reader.offset - start) }
    return index > 0
  }

  private mutating func readPart(of turn: TrainingExample.Turn) throws(JSONFault) {
    let start = reader.offset
    var part = TrainingExample.Part(kind: .none, offset: start, start: start, end: start, traits: [])
    var firstData = StringToken.none
    var videoMetadata = TrainingExample.Place.absent
    var mediaResolution = TrainingExample.Place.absent
    var object = try openObject(.part)
    if let text = try readUsualText(&object) {
      part.set(text)
      digest.addText(text, in: reader.line)
      reader.skipSpace()
      if reader.line[reader.offset] == UInt8(ascii: "}") {
        reader.passObjectEnd()
        return example.append(part, ofTurnFrom: turn.firstPart)
      }
      firstData = object.key
    } else {
      awaitsData = true
    }
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
          part.setContent(start..<part.end)
        }
      }
    }
    if firstData == .none {
      releaseNulls(hasData: false)
      if !object.hasMeantField { findings.report(.partWithoutData, at: start, length: reader.offset - start) }
      part.kind = .spoilt
    }
    if part.kind == .fileData || part.kind == .inlineData {
      example.setSideFields(
        videoMetadata: videoMetadata, mediaResolution: mediaResolution, ofPart: example.parts.count)
    }
    example.append(part, ofTurnFrom: turn.firstPart)
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
    if part.kind != .undocumented, try reader.kind() != .object { part.kind = .spoilt }
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
    part.setContent(start..<reader.offset)
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

extension TrainingExample.Role {
  /// The role that a string means, which may have escapes.
  fileprivate init(_ role: StringToken, in line: LineBytes) {
    if line.string(role, equals: "user") {
      self = .user
    } else if line.string(role, equals: "model") {
      self = .model
    } else if line.string(role, equals: "system") {
      self = .system
    } else if line.string(role, equals: "function") || line.string(role, equals: "tool") {
      self = .function
    } else {
      self = role.count == 0 ? .absent : .unknown
    }
  }
}
