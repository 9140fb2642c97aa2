import JSONLines

/// A JSON value and where it stands in its file.
struct JSONValue: Equatable {
  /// What the value is.
  enum Content: Equatable {
    case object([Member])
    case array([JSONValue])
    case string(String)
    /// A number, as it is spelled.
    case number(String)
    case bool(Bool)
    case null
  }

  /// A name and a value in an object.
  struct Member: Equatable {
    /// The name, its escapes resolved.
    let name: String
    /// The offset of the name's opening quote, in bytes.
    let nameOffset: Int
    /// The value.
    let value: JSONValue
  }

  /// What the value is.
  let content: Content
  /// The offset of its first byte in the file, in bytes.
  let offset: Int

  /// The kind of value that it is.
  var kind: JSONKind {
    switch content {
    case .object: .object
    case .array: .array
    case .string: .string
    case .number: .number
    case .bool: .boolean
    case .null: .null
    }
  }
}
