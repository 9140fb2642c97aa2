/// The types of media files that a model reads.
public struct MIMETypes: Sendable, Equatable {
  /// The types that the pages on tuning use. No page calls its list complete.
  public let tuning: Fact<[String]>
  /// The types that the model reads in requests.
  public let serving: Fact<[String]>
}

extension MIMETypes: CatalogRecord {
  static let fields = CatalogFields(
    MIMETypes.init,
    Field("tuning", \.tuning, problem, unlessEach: isType),
    Field("serving", \.serving, problem, unlessEach: isType))

  private static let problem = "a type is written like 'image/png', in lower case"

  @Sendable private static func isType(_ text: String) -> Bool {
    let pieces = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return pieces.count == 2 && pieces.allSatisfy { !$0.isEmpty } && text.lowercased() == text
  }
}
