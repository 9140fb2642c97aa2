public import JSONLines

/// A JSON value and its place in its document.
///
/// Datasets are never read into values: this is for small documents, such as job files and catalogues.
public struct DocumentValue: Equatable, Sendable {
  /// What the value is.
  public enum Content: Equatable, Sendable {
    case object([Member])
    case array([DocumentValue])
    case string(String)
    /// A number, as it is spelled.
    case number(String)
    case bool(Bool)
    case null
  }

  /// A name and a value in an object.
  public struct Member: Equatable, Sendable {
    /// The name, its escapes resolved.
    public let name: String
    /// The place of the name with its quotes, in bytes.
    public let nameRange: Range<Int>
    /// The value.
    public let value: DocumentValue
  }

  /// What the value is.
  public let content: Content
  /// The place in the document, in bytes.
  public let range: Range<Int>

  /// The kind of value that it is.
  public var kind: JSONKind {
    switch content {
    case .object: .object
    case .array: .array
    case .string: .string
    case .number: .number
    case .bool: .boolean
    case .null: .null
    }
  }

  /// The members, if it is an object; none otherwise.
  public var members: [Member] { if case .object(let members) = content { members } else { [] } }

  /// The elements, if it is an array; none otherwise.
  public var elements: [DocumentValue] { if case .array(let elements) = content { elements } else { [] } }

  /// The text, if it is a string.
  public var string: String? { if case .string(let text) = content { text } else { nil } }

  /// The value of the member with this name; nil if the object has no such member. O(members).
  public subscript(name: String) -> DocumentValue? {
    members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }
}
