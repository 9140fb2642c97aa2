/// The address of a service account, such as `tuner@my-project.iam.gserviceaccount.com`.
///
/// The account has 6 to 30 lower-case letters, digits and hyphens. The accounts that Google makes, such as
/// `123456789012-compute@developer.gserviceaccount.com`, have other domains below `gserviceaccount.com` and are less
/// regular. Source: the rule of IAM for an account's length, as of 2026-11-22; the domains are from memory.
public struct ServiceAccountEmail: Hashable, Sendable, CustomStringConvertible {
  /// What comes before the `@`.
  public let account: String
  /// What comes after it.
  public let domain: String

  /// Reads an address.
  ///
  /// - Throws: the first fault from the left, of the piece `account` or `domain`.
  public init(_ text: String) throws(NameFault) {
    let (account, domain) = NamePiece("account", whole: text).split(at: "@", "domain")
    let isUserMade = domain?.bytes.reversed().starts(with: Self.userMadeEnding.utf8.reversed()) ?? true
    let edge: NameCharacters = [.lowerCase, .digits]
    if isUserMade {
      try account.check([.lowerCase, .digits, .hyphens], 6...30, first: .lowerCase, last: edge)
    } else {
      try account.check([.lowerCase, .digits, .hyphens, .dots], 1...253, first: edge, last: edge)
    }
    guard let domain else {
      let end = account.bytes.endIndex
      throw NameFault(
        piece: "domain",
        problem: "is missing: an address looks like 'tuner@my-project.iam.gserviceaccount.com'",
        range: end..<end)
    }
    try domain.check([.lowerCase, .digits, .hyphens, .dots], 1...253, first: edge, last: edge)
    guard domain.text.hasSuffix(".gserviceaccount.com") else {
      throw domain.fault(
        "is \(CharacterInWords.quote(domain.bytes)), but the domain of a service account "
          + "ends in '\(Self.userMadeEnding)'")
    }
    (self.account, self.domain) = (account.text, domain.text)
  }

  private static let userMadeEnding = ".iam.gserviceaccount.com"

  /// The address.
  public var description: String { "\(account)@\(domain)" }
}
