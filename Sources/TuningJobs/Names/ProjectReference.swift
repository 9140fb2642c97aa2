/// A project of Google Cloud, by its id or by its number.
///
/// - `my-project`: an id, `[a-z][a-z0-9-]{4,28}[a-z0-9]`. Source: Cloud Resource Manager v1, `Project.projectId`.
/// - `123456789012`: a number, which the service writes into the names that it returns. Source:
///   models/tuning/continuous-tuning, its samples.
/// - `example.com:my-project`: an old id within a domain; that the service takes it is a guess.
///
/// All as of 2026-08-22.
public struct ProjectReference: Hashable, Sendable, CustomStringConvertible {
  /// How a project is referred to.
  public enum Kind: Sendable {
    /// By its id.
    case id
    /// By its number.
    case number
    /// By an id within a domain.
    case domainScopedID
  }

  /// How the project is referred to.
  public let kind: Kind
  /// The reference as it is written in names.
  public let description: String

  /// Reads a reference.
  ///
  /// - Throws: the first fault from the left, of the piece `project` or `domain`.
  public init(_ text: String) throws(NameFault) {
    try self.init(NamePiece("project", whole: text))
  }

  init(_ piece: NamePiece) throws(NameFault) {
    let (first, idInDomain) = piece.split(at: ":", "project")
    if let idInDomain {
      let domain = NamePiece("domain", first.bytes)
      try domain.check(
        [.lowerCase, .digits, .hyphens, .dots], 1...253, first: [.lowerCase, .digits],
        last: [.lowerCase, .digits])
      if !domain.bytes.contains(UInt8(ascii: ".")) {
        throw domain.fault("has no dot, but a domain such as 'example.com' must come before the colon")
      }
      try Self.checkID(idInDomain)
      kind = .domainScopedID
    } else if piece.isNumber {
      try piece.checkNumber()
      kind = .number
    } else {
      try Self.checkID(piece)
      kind = .id
    }
    description = piece.text
  }

  private static func checkID(_ piece: NamePiece) throws(NameFault) {
    try piece.check(
      [.lowerCase, .digits, .hyphens], 6...30, first: .lowerCase, last: [.lowerCase, .digits])
  }

  /// Whether two references certainly are not the same project.
  ///
  /// An id and a number may always be the same project: which number belongs to an id is known online only.
  public func certainlyDiffers(from other: ProjectReference) -> Bool {
    (kind == .number) == (other.kind == .number) && description != other.description
  }
}
