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
    /// The value.
    public let value: DocumentValue
    /// The name, its escapes resolved.
    public var name: String { value.nodes.text(of: value.node.name) }
    /// The place of the name with its quotes, in bytes.
    public var nameRange: Range<Int> { value.node.nameRange }

    /// Whether two members have the same name and value at the same place.
    public static func == (left: Member, right: Member) -> Bool {
      left.nameRange == right.nameRange && left.name == right.name && left.value == right.value
    }
  }

  /// The values of the document.
  let nodes: DocumentNodes
  /// The index of this one.
  let index: Int

  /// Reads a document that is one JSON value, strictly by RFC 8259, on as many lines as it likes.
  ///
  /// - Throws: the first fault; its offset counts from the document's first byte.
  /// - Complexity: linear in the document.
  public init(parsing document: [UInt8]) throws(JSONFault) {
    self.init(try DocumentNodes(parsing: document), at: 0)
  }

  init(_ nodes: DocumentNodes, at index: Int) { (self.nodes, self.index) = (nodes, index) }

  var node: DocumentNodes.Node { nodes.list[index] }

  /// The kind of value that it is.
  public var kind: JSONKind { node.kind }

  /// The place in the document, in bytes.
  public var range: Range<Int> { node.range }

  /// What the value is.
  ///
  /// - Complexity: linear in the members or elements.
  public var content: Content {
    switch kind {
    case .object: .object(members)
    case .array: .array(elements)
    case .string: .string(nodes.text(of: node.string))
    case .number: .number(nodes.text(in: range))
    case .boolean: .bool(nodes.text[range.lowerBound] == UInt8(ascii: "t"))
    case .null: .null
    }
  }

  /// The members, if it is an object; none otherwise. O(members).
  public var members: [Member] { kind == .object ? children.map(Member.init) : [] }

  /// The elements, if it is an array; none otherwise. O(elements).
  public var elements: [DocumentValue] { kind == .array ? children : [] }

  /// The text, if it is a string.
  public var string: String? { kind == .string ? nodes.text(of: node.string) : nil }

  /// The value of the member with this name; nil if the object has no such member. O(members).
  public subscript(name: String) -> DocumentValue? {
    members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// The values in this one, but not those in them.
  private var children: [DocumentValue] {
    var children: [DocumentValue] = []
    var child = index + 1
    while child < node.next {
      children.append(DocumentValue(nodes, at: child))
      child = nodes.list[child].next
    }
    return children
  }

  /// Whether two values are the same, at the same place of their documents.
  public static func == (left: DocumentValue, right: DocumentValue) -> Bool {
    left.range == right.range && left.content == right.content
  }
}
