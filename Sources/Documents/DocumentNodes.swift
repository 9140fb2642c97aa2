import JSONLines

/// The values of a document in one list, each before those inside it. Texts are made only when they are asked for.
///
///     {"a": [1, 2], "b": 3}       0  object    next 5
///                                 1  array a   next 4
///                                 2  number    next 3
///                                 3  number    next 4
///                                 4  number b  next 5
final class DocumentNodes: Sendable {
  /// A value.
  struct Node: Sendable {
    /// The name, if the value is that of a member.
    let name: StringToken
    let kind: JSONKind
    /// Whether it is a string with escapes.
    var hasEscape = false
    // 32 bits, since lines are shorter than that.
    fileprivate let start: Int32
    fileprivate var end: Int32 = 0
    fileprivate var following: Int32 = 0

    fileprivate init(_ kind: JSONKind, at start: Int, named name: StringToken) {
      (self.kind, self.name, self.start) = (kind, name, Int32(truncatingIfNeeded: start))
    }

    /// The place in the document, in bytes.
    var range: Range<Int> { Int(start)..<Int(end) }
    /// The index after the value and those inside it.
    var next: Int { Int(following) }
    /// The place of the name with its quotes, in bytes.
    var nameRange: Range<Int> { name.start - 1..<name.end + 1 }
    /// The content of a string.
    var string: StringToken {
      StringToken(start: Int(start) + 1, end: Int(end) - 1, traits: hasEscape ? .hasEscape : [])
    }
  }

  /// The document.
  let text: [UInt8]
  /// The values; the first is the document's own.
  let list: [Node]
  /// What the document can contain in addition to its description.
  let leniency: DocumentReader.Leniency
  /// What to do about faults, as the end of a sentence.
  let advice: String?

  /// Reads a document that is one JSON value.
  ///
  /// - Throws: the first fault; its offset counts from the document's first byte.
  /// - Complexity: linear in the document, which is copied while it is read.
  init(parsing text: [UInt8]) throws(JSONFault) {
    self.text = text
    (leniency, advice) = ([], nil)
    list = try LineBytes.withDocument(text) { (line) throws(JSONFault) in
      var reader = JSONReader()
      var list: [Node] = []
      try reader.begin(line)
      try Self.append(&reader, named: .none, to: &list)
      try reader.end()
      return list
    }
  }

  /// The same values, to be read in another way.
  init(_ other: DocumentNodes, _ leniency: DocumentReader.Leniency, advice: String?) {
    (text, list) = (other.text, other.list)
    (self.leniency, self.advice) = (leniency, advice)
  }

  private static func append(
    _ reader: inout JSONReader, named name: StringToken, to list: inout [Node]
  ) throws(JSONFault) {
    let index = list.count
    let kind = try reader.kind()
    list.append(Node(kind, at: reader.offset, named: name))
    switch kind {
    case .object:
      var scope = try reader.openObject()
      while let key = try reader.nextKey(isFirst: list.count == index + 1) {
        try reader.noteKey(key, in: &scope)
        try append(&reader, named: key, to: &list)
      }
      try reader.closeObject(scope)
    case .array:
      try reader.openArray()
      while try reader.nextElement(isFirst: list.count == index + 1) {
        try append(&reader, named: .none, to: &list)
      }
    case .string: list[index].hasEscape = try reader.string().traits.contains(.hasEscape)
    case .number: try reader.number()
    case .boolean, .null: try reader.literal()
    }
    list[index].end = Int32(truncatingIfNeeded: reader.offset)
    list[index].following = Int32(truncatingIfNeeded: list.count)
  }

  /// The bytes in a range as text.
  func text(in range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  /// The content of a string, its escapes resolved.
  func text(of token: StringToken) -> String {
    let range = token.start..<token.end
    guard token.traits.contains(.hasEscape) else { return text(in: range) }
    return LineBytes.with(text[range]) { line in
      let content = StringToken(start: 0, end: line.count, traits: token.traits)
      return String(decoding: line.unescaped(content), as: UTF8.self)
    }
  }
}
