import Documents

/// A value on its way to become part of a catalogue, and what it must agree with.
struct CatalogNode {
  /// What has been read so far that other values must agree with.
  final class Context: Sendable {
    /// The date of the catalogue; nil until it has been read.
    let asOf: CatalogDate?
    /// The keys of the sources, each with the colon that follows it; nil if they are not known.
    private let prefixes: [String]?

    init(asOf: CatalogDate?, sourceKeys: [String]?) {
      self.asOf = asOf
      prefixes = sourceKeys?.map { $0 + ":" }
    }

    /// Nothing: every fact agrees with it.
    static let none = Context(asOf: nil, sourceKeys: nil)

    /// Whether the key before the colon of a fact's source is one of the catalogue's, and a page follows it.
    func knows(source: String) -> Bool {
      guard let prefixes else { return true }
      return prefixes.contains {
        source.utf8.count > $0.utf8.count && source.utf8.starts(with: $0.utf8)
      }
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
