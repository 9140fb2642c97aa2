import JSONLines

extension ExampleDecoder {
  /// Reads the turn that comes next if it is a plain one: of a role or none and one text, in any order and with any white
  /// space. Nearly all turns are plain, and this reads them with the fewest steps.
  ///
  ///     {"role": "user", "parts": [{"text": "Hello"}]}
  ///
  /// - Returns: whether it is; if not, nothing is read, and the text is kept in case it is asked for again.
  mutating func readPlainTurn(_ index: Int) throws(JSONFault) -> Bool {
    var cursor = LineCursor(reader.line, at: reader.offset)
    var turn = TrainingExample.Turn(offset: cursor.offset, firstPart: example.parts.count)
    guard cursor.pass(UInt8(ascii: "{")) else { return false }
    let hasRole = cursor.pass(usual.role.pattern)
    if hasRole {
      guard Self.readPlainRole(&cursor, &turn, usual), cursor.pass(UInt8(ascii: ",")) else { return false }
    }
    guard cursor.pass(usual.parts.pattern), cursor.pass(UInt8(ascii: ":")), cursor.pass(UInt8(ascii: "["))
    else { return false }
    cursor.skipSpace()
    let partOffset = cursor.offset
    guard cursor.pass(UInt8(ascii: "{")), cursor.pass(usual.text.pattern), cursor.pass(UInt8(ascii: ":"))
    else { return false }
    cursor.skipSpace()
    guard reader.line[cursor.offset] == UInt8(ascii: "\"") else { return false }
    let start = reader.offset
    reader.move(to: cursor.offset)
    let text = try reader.longString()
    cursor.offset = reader.offset
    if cursor.pass(UInt8(ascii: "}")), cursor.pass(UInt8(ascii: "]")),
      hasRole || Self.readLastRole(&cursor, &turn, usual), cursor.pass(UInt8(ascii: "}"))
    {
      example.append(turn, of: text, partOffset: partOffset)
      digest.addTurn(turn.role, text, index: index, in: reader.line)
      reader.move(to: cursor.offset)
      return true
    }
    textAhead = text
    reader.move(to: start)
    return false
  }

  /// Reads a role that comes after the parts, or none.
  @inline(__always)
  private static func readLastRole(
    _ cursor: inout LineCursor, _ turn: inout TrainingExample.Turn, _ usual: UsualFields
  ) -> Bool {
    guard cursor.pass(UInt8(ascii: ",")) else { return true }
    return cursor.pass(usual.role.pattern) && readPlainRole(&cursor, &turn, usual)
  }

  @inline(__always)
  private static func readPlainRole(
    _ cursor: inout LineCursor, _ turn: inout TrainingExample.Turn, _ usual: UsualFields
  ) -> Bool {
    guard cursor.pass(UInt8(ascii: ":")) else { return false }
    cursor.skipSpace()
    let start = cursor.offset + 1
    if cursor.pass(usual.user) {
      turn.role = .user
    } else if cursor.pass(usual.model) {
      turn.role = .model
    } else {
      return false
    }
    turn.roleToken = StringToken(start: start, end: cursor.offset - 1, traits: [])
    return true
  }
}
