import JSONLines

/// The fields and values that nearly all turns have, as they are usually spelled. The decoder looks for them before it asks
/// the table of all fields. Their order and white space do not matter.
///
///     {"role": "user", "parts": [{"text": "Hello"}]}
struct UsualFields {
  /// A field, and its place in the table.
  struct Usual {
    let pattern: ShortPattern
    let index: Int
    let bit: UInt64

    init(_ name: String, of message: MessageType, _ fields: FieldTable) {
      pattern = ShortPattern(name)
      guard let index = fields.indices(of: message).first(where: { "\(fields.name(of: $0))" == name }) else {
        preconditionFailure("\(message) has no field \(name)")
      }
      self.index = index
      bit = fields.bits(of: index).own
    }
  }

  let role: Usual
  let parts: Usual
  let text: Usual
  let user = ShortPattern("user")
  let model = ShortPattern("model")

  init(_ fields: FieldTable) {
    role = Usual("role", of: .turn, fields)
    parts = Usual("parts", of: .turn, fields)
    text = Usual("text", of: .part, fields)
  }
}

extension ExampleDecoder {
  /// Passes the key that comes next if it is a usual one that the object has not had; else nothing is done.
  @inline(__always)
  mutating func pass(_ usual: UsualFields.Usual, in object: inout OpenObject) throws(JSONFault) -> Bool {
    guard object.seen & usual.bit == 0, try reader.passKey(usual.pattern) else { return false }
    object.seen |= usual.bit
    object.last = usual.index
    object.isFirst = false
    return true
  }

  /// Reads the text of the part whose object has just been opened, if that comes next; else nothing is done.
  @inline(__always)
  mutating func readUsualText(
    _ object: inout OpenObject
  ) throws(JSONFault) -> StringToken? {
    reader.skipSpace()
    let start = reader.offset
    guard try reader.passKey(usual.text.pattern) else { return nil }
    guard reader.line[reader.offset] == UInt8(ascii: "\"") else {
      reader.move(to: start)
      return nil
    }
    object.seen = usual.text.bit
    object.last = usual.text.index
    object.isFirst = false
    object.key = StringToken(start: start + 1, end: start + 1 + usual.text.pattern.length, traits: [])
    if reader.offset + 1 == textAhead.start {
      reader.move(to: textAhead.end + 1)
      return textAhead
    }
    return try reader.longString()
  }
}
