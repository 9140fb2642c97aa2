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

  init(rawValue: UInt8) { self.rawValue = rawValue }
}
