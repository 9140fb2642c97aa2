import JSONLines

extension ExampleDecoder {
  /// Reads the turn that comes next. Nearly all turns are plain ones: of a role or none and one text, in any order and with any
  /// white space. They are read here, with the fewest steps; what else begins with a role and parts is read on from its parts.
  ///
  ///     {"role": "user", "parts": [{"text": "Hello"}]}
  ///                               ^ parts
  mutating func readTurn(_ index: Int, of contents: Int) throws(JSONFault) {
    var cursor = LineCursor(reader.line, at: reader.offset)
    var turn = TrainingExample.Turn(offset: cursor.offset, firstPart: example.parts.count)
    guard cursor.pass(UInt8(ascii: "{")), passFirstRole(&cursor, &turn),
      cursor.pass(usual.parts.pattern), cursor.pass(separator: UInt8(ascii: ":")),
      cursor.isBefore(UInt8(ascii: "["))
    else { return try readOtherTurn(index, of: contents) }
    let parts = cursor.offset
    cursor.offset &+= 1
    guard cursor.isBefore(UInt8(ascii: "{")) else { return try readParts(from: parts, of: turn, index) }
    let partOffset = cursor.offset
    cursor.offset &+= 1
    guard cursor.pass(usual.text.pattern), cursor.pass(separator: UInt8(ascii: ":")),
      cursor.isBefore(UInt8(ascii: "\""))
    else { return try readParts(from: parts, of: turn, index) }
    reader.move(to: cursor.offset)
    let text = try reader.longString()
    cursor.offset = reader.offset
    if cursor.pass(UInt8(ascii: "}")), cursor.pass(UInt8(ascii: "]")) {
      var plainTurn = turn
      let end =
        cursor.pass(UInt8(ascii: "}")) ? cursor.offset : passLastRole(from: cursor.offset, of: &plainTurn)
      if let end {
        example.append(plainTurn, of: text, partOffset: partOffset)
        digest.addTurn(plainTurn.role, text, index: index, in: reader.line)
        return reader.move(to: end)
      }
    }
    textAhead = text
    try readParts(from: parts, of: turn, index)
  }

  /// Passes a role before the parts, and its comma, if there is one; false for another role than the usual ones.
  @inline(__always)
  private mutating func passFirstRole(
    _ cursor: inout LineCursor, _ turn: inout TrainingExample.Turn
  ) -> Bool {
    guard cursor.pass(usual.role.pattern) else { return true }
    return passRole(&cursor, &turn) && cursor.pass(separator: UInt8(ascii: ","))
  }

  /// Where a turn without a role ends whose role comes after its parts, at the comma before it; nil if something else comes.
  @inline(never)
  private mutating func passLastRole(from comma: Int, of turn: inout TrainingExample.Turn) -> Int? {
    var cursor = LineCursor(reader.line, at: comma)
    guard turn.role == .absent, cursor.pass(separator: UInt8(ascii: ",")), cursor.pass(usual.role.pattern),
      passRole(&cursor, &turn), cursor.pass(UInt8(ascii: "}"))
    else { return nil }
    return cursor.offset
  }

  @inline(__always)
  private mutating func passRole(
    _ cursor: inout LineCursor, _ turn: inout TrainingExample.Turn
  ) -> Bool {
    guard cursor.pass(separator: UInt8(ascii: ":")) else { return false }
    if cursor.pass(usual.user) {
      turn.set(.user, behind: cursor.offset)
    } else if cursor.pass(usual.model) {
      turn.set(.model, behind: cursor.offset)
    } else {
      return false
    }
    return true
  }

  /// Reads a turn on from the bracket of its parts: nothing or its role has been read.
  @inline(never)
  private mutating func readParts(
    from bracket: Int, of turn: TrainingExample.Turn, _ index: Int
  ) throws(JSONFault) {
    var turn = turn
    digest.beginTurn(index)
    if turn.role != .absent { digest.addRole(turn.role) }
    reader.move(to: turn.offset)
    let scope = try reader.openObject()
    reader.move(to: bracket)
    turn.hasSpoiltParts = try !readParts(usual.parts.index, from: turn.firstPart)
    turn.endOfParts = example.parts.count
    if !reader.passObjectEnd() {
      var object = OpenObject(message: .turn, scope: scope, last: usual.parts.index)
      if turn.role != .absent { object.note(usual.role.index, usual.role.bit) }
      object.note(usual.parts.index, usual.parts.bit)
      try readFields(of: &turn, &object, hasParts: true)
    }
    digest.endTurn(turn, index: index)
    example.append(turn)
  }

  /// Reads a turn that does not begin with a usual role or its parts, or is no object.
  @inline(never)
  private mutating func readOtherTurn(_ index: Int, of contents: Int) throws(JSONFault) {
    let start = reader.offset
    digest.beginTurn(index)
    var turn = TrainingExample.Turn.spoilt(at: start, firstPart: example.parts.count)
    if try expect(.object, for: .element(of: contents, index)) { turn = try readTurn() }
    digest.endTurn(turn, index: index)
    example.append(turn)
  }
}
