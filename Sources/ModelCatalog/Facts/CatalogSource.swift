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
  enum Field: String, CatalogField {
    case key, title, address
  }

  func value(of field: Field) -> (any CatalogValue)? {
    switch field {
    case .key: key
    case .title: title
    case .address: address
    }
  }

  init(reading node: CatalogNode) throws(CatalogFault) {
    let object = try CatalogObject<Field>(node)
    key = try object.read(.key)
    title = try object.read(.title)
    address = try object.read(.address)
    try object.check(.key, !key.isEmpty && !key.contains(":"), "a key is not empty and has no colon")
  }
}
