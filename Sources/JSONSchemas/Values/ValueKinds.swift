import JSONLines

/// The kinds of JSON values, as a set. An integer is a number, and a kind of its own only in what a schema allows.
struct ValueKinds: OptionSet, Sendable {
  let rawValue: UInt8

  static let null = ValueKinds(rawValue: 1)
  static let boolean = ValueKinds(rawValue: 2)
  static let object = ValueKinds(rawValue: 4)
  static let array = ValueKinds(rawValue: 8)
  static let number = ValueKinds(rawValue: 16)
  static let string = ValueKinds(rawValue: 32)
  static let integer = ValueKinds(rawValue: 64)
  static let all: ValueKinds = [.null, .boolean, .object, .array, .number, .string]

  /// The kind that a schema's `type` names, in small letters.
  init?(name: String) {
    switch name {
    case "null": self = .null
    case "boolean": self = .boolean
    case "object": self = .object
    case "array": self = .array
    case "number": self = .number
    case "string": self = .string
    case "integer": self = .integer
    default: return nil
    }
  }

  private struct Name {
    let word: UInt64
    let kinds: ValueKinds

    init(_ name: String, _ kinds: ValueKinds) {
      var word: UInt64 = 0
      for byte in name.utf8.reversed() { word = word << 8 | UInt64(byte) }
      (self.word, self.kinds) = (word, kinds)
    }
  }

  /// The names that a schema's `type` can have, as words.
  private static let names: ContiguousArray<Name> = [
    Name("string", .string), Name("object", .object), Name("number", .number), Name("integer", .integer),
    Name("array", .array), Name("boolean", .boolean), Name("null", .null),
  ]

  /// The kind that a schema's `type` names, in a string of ASCII characters without escapes.
  init?(named name: StringToken, in line: LineBytes, ignoresCase: Bool) {
    guard name.count <= 8 else { return nil }
    var word = line.word(ofFirst: name.count, at: name.start)
    if ignoresCase {
      // The bit of capitals is that of 0x20, whose place in what is no letter makes no letter of it.
      let letters = word & 0x4040_4040_4040_4040
      word |= letters >> 1
    }
    for name in Self.names where name.word == word {
      self = name.kinds
      return
    }
    return nil
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}
