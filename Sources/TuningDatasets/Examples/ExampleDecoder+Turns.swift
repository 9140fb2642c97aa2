import JSONLines

extension ExampleDecoder {
  /// Reads a turn, or the system instruction, which has the same shape; the reader is at its brace.
  mutating func readTurn() throws(JSONFault) -> TrainingExample.Turn {
    var turn = TrainingExample.Turn(offset: reader.offset, firstPart: example.parts.count)
    var object = try openObject(.turn)
    try readFields(of: &turn, &object, hasParts: false)
    return turn
  }

  /// Reads the fields of a turn that come next, and its end.
  mutating func readFields(
    of turn: inout TrainingExample.Turn, _ object: inout OpenObject, hasParts: Bool
  ) throws(JSONFault) {
    var hasParts = hasParts
    while try reader.moveToKey(isFirst: object.isFirst) {
      if try pass(usual.role, in: &object) {
        try readRole(usual.role.index, of: &turn)
      } else if try pass(usual.parts, in: &object) {
        hasParts = true
        turn.hasSpoiltParts = try !readParts(usual.parts.index, from: turn.firstPart)
      } else if let field = try readKey(of: &object) {
        switch fields.field(of: field) {
        case .role: try readRole(field, of: &turn)
        case .parts:
          hasParts = true
          turn.hasSpoiltParts = try !readParts(field, from: turn.firstPart)
        default: try readValue(of: field, key: object.key)
        }
      }
    }
    try reader.closeObject(object.scope)
    if !hasParts {
      if !object.means(.parts) { findings.report(.missingParts, at: turn.offset) }
      turn.hasSpoiltParts = true
    }
    if turn.role == .absent, object.means(.role) { turn.role = .spoilt }
    turn.endOfParts = example.parts.count
  }

  @inline(__always)
  private mutating func readRole(_ field: Int, of turn: inout TrainingExample.Turn) throws(JSONFault) {
    if reader.passString(usual.user) {
      turn.set(.user, behind: reader.offset)
    } else if reader.passString(usual.model) {
      turn.set(.model, behind: reader.offset)
    } else {
      return try readOtherRole(field, of: &turn)
    }
    digest.addRole(turn.role)
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
  ///
  /// - Parameter first: the index of its first part.
  mutating func readParts(_ field: Int, from first: Int) throws(JSONFault) -> Bool {
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
        try readPart(ofTurnFrom: first)
      } else {
        let part = TrainingExample.Part(kind: .spoilt, offset: start, start: start, end: start, traits: [])
        example.append(part, ofTurnFrom: first)
      }
      index += 1
    }
    if index == 0 { findings.report(.missingParts, at: start, length: reader.offset - start) }
    return index > 0
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
