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
    let slashes = text.utf8.count { $0 == UInt8(ascii: "/") }
    return slashes == 1 && !text.hasPrefix("/") && !text.hasSuffix("/")
      && text.utf8.allSatisfy { $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }
}
