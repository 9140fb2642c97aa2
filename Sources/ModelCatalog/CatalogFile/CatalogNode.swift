import Documents

/// A value on its way to become part of a catalogue, and what it must agree with.
struct CatalogNode {
  /// What has been read so far that other values must agree with.
  struct Context {
    /// The date of the catalogue; nil until it has been read.
    let asOf: CatalogDate?
    /// The keys of the sources.
    let sourceKeys: Set<String>

    /// Nothing: no fact agrees with it.
    static let none = Context(asOf: nil, sourceKeys: [])

    /// Whether the key before the colon of a fact's source is one of the catalogue's, and a page follows it.
    func knows(source: String) -> Bool {
      guard let colon = source.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
      return sourceKeys.contains(String(source[..<colon]))
        && source.utf8.index(after: colon) != source.endIndex
    }
  }

  /// The value.
  let reader: DocumentReader
  /// What it must agree with.
  let context: Context

  /// The elements of an array.
  func elements() throws(DocumentFault) -> [CatalogNode] {
    try reader.elements().map { CatalogNode(reader: $0, context: context) }
  }
}
