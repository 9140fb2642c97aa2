/// The kinds of JSON values.
public enum JSONKind: UInt8, Sendable {
  /// `{…}`
  case object
  /// `[…]`
  case array
  /// `"…"`
  case string
  /// `-1.5e3`
  case number
  /// `true` or `false`
  case boolean
  /// `null`
  case null

  /// The kind with its article, as it appears in a sentence.
  public var name: String {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .number: "a number"
    case .boolean: "a Boolean"
    case .null: "null"
    }
  }
}
