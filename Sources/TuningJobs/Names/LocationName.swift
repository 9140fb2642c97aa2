/// A location of the service: a region, a multi-region or `global`.
///
/// Whether the location exists, and whether it tunes, is for the catalogue to say. Source: resources/locations and the
/// hosts of the REST reference, as of 2026-08-22.
public struct LocationName: Hashable, Sendable, CustomStringConvertible {
  /// What a location is.
  public enum Kind: Sendable {
    /// A region, `[a-z]+-[a-z]+[0-9]+`, such as `us-central1`.
    case region
    /// `us` or `eu`.
    case multiRegion
    /// `global`.
    case global
  }

  /// What the location is.
  public let kind: Kind
  /// The location as it is written in names.
  public let description: String

  /// Reads a location.
  ///
  /// - Throws: the fault of the piece `location`.
  public init(_ text: String) throws(NameFault) {
    try self.init(NamePiece("location", whole: text))
  }

  init(_ piece: NamePiece) throws(NameFault) {
    try piece.check([.lowerCase, .digits, .hyphens], 1...63)
    description = piece.text
    switch description {
    case "global": kind = .global
    case "us", "eu": kind = .multiRegion
    default:
      guard Self.isRegion(piece.bytes) else {
        let quoted = CharacterInWords.quote(piece.bytes)
        throw piece.fault(
          "is \(quoted), but must be a region such as 'us-central1', or 'global', 'us' or 'eu'")
      }
      kind = .region
    }
  }

  /// Whether text has the form `us-central1`: letters, one hyphen, letters, digits.
  private static func isRegion(_ bytes: ArraySlice<UInt8>) -> Bool {
    let area = bytes.prefix(while: NameCharacters.lowerCase.contains)
    let rest = bytes[area.endIndex...]
    guard !area.isEmpty, rest.first == UInt8(ascii: "-") else { return false }
    let direction = rest.dropFirst().prefix(while: NameCharacters.lowerCase.contains)
    let number = bytes[direction.endIndex...]
    return !direction.isEmpty && !number.isEmpty && number.allSatisfy(NameCharacters.digits.contains)
  }

  /// The address to which requests for this location go, without a slash at its end.
  ///
  /// Source: what the Gen AI SDK for Python 3.4.0 was seen to call, as of 2026-11-22.
  public var apiAddress: String {
    switch kind {
    case .region: "https://\(description)-aiplatform.googleapis.com"
    case .multiRegion: "https://aiplatform.\(description).rep.googleapis.com"
    case .global: "https://aiplatform.googleapis.com"
    }
  }
}
