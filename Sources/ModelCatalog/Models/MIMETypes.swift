/// The types of media files that a model reads.
public struct MIMETypes: Sendable, Equatable {
  /// The types that the pages on tuning use. No page calls its list complete.
  public let tuning: Fact<[String]>
  /// The types that the model reads in requests.
  public let serving: Fact<[String]>
}

extension MIMETypes: CatalogRecord {
  enum Field: String, CatalogField {
    case tuning, serving
  }

  func value(of field: Field) -> (any CatalogValue)? {
    switch field {
    case .tuning: tuning
    case .serving: serving
    }
  }

  init(reading node: CatalogNode) throws(CatalogFault) {
    let object = try CatalogObject<Field>(node)
    tuning = try object.read(.tuning)
    serving = try object.read(.serving)
    let message = "a type is written like 'image/png', in lower case"
    try object.check(elementsOf: .tuning, message, makesSense: Self.isType)
    try object.check(elementsOf: .serving, message, makesSense: Self.isType)
  }

  private static func isType(_ text: String) -> Bool {
    let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
    return pieces.count == 2 && pieces.allSatisfy { !$0.isEmpty } && text.lowercased() == text
  }
}
