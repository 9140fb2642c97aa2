/// A place where facts were read, and the key by which facts name it.
public struct CatalogSource: Sendable, Equatable {
  /// The key before the colon in a fact's source, such as `DOC`.
  public let key: String
  /// What the source is.
  public let title: String
  /// Where it is found: an address, to which the page of a fact can be appended where it ends in a slash.
  public let address: String
}

extension CatalogSource: CatalogRecord {
  static let fields = CatalogFields(
    CatalogSource.init,
    Field("key", \.key, "a key is not empty and has no colon") { key in
      !key.isEmpty && !key.contains(":")
    },
    Field("title", \.title),
    Field("address", \.address))
}
