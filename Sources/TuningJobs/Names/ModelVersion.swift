/// A version of a model: its number, `default`, or another alias.
///
/// Source: the documentation of `Model` in the REST reference, and vertex-ai/docs/model-registry/model-alias, as of
/// 2026-08-22. They disagree whether an alias may have upper-case letters inside; it is accepted here.
public struct ModelVersion: Hashable, Sendable, CustomStringConvertible {
  /// How a version is referred to.
  public enum Kind: Hashable, Sendable {
    /// By its number, which counts from 1.
    case number(UInt64)
    /// As the default version, which every model has; it can be moved.
    case byDefault
    /// By another alias, which one version of the model has.
    case alias
  }

  /// How the version is referred to.
  public let kind: Kind
  /// The version as it is written after the `@`.
  public let description: String

  /// Reads a version, without the `@`.
  ///
  /// - Throws: the fault of the piece `version`.
  public init(_ text: String) throws(NameFault) {
    try self.init(NamePiece("version", whole: text))
  }

  init(_ piece: NamePiece) throws(NameFault) {
    description = piece.text
    if piece.isNumber {
      try piece.checkNumber()
      // It has at most 19 digits, and so fits.
      kind = .number(piece.bytes.reduce(0) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) })
    } else if piece.beginsWithDigit {
      // A number with something after it: an alias begins with a letter.
      try piece.check(.digits, 1...19)
      kind = .alias
    } else {
      try piece.check(
        [.lowerCase, .upperCase, .digits, .hyphens], 2...128, first: .lowerCase, last: [.lowerCase, .digits])
      kind = description == "default" ? .byDefault : .alias
    }
  }

  /// Whether an alias has upper-case letters, which one of two pages does not allow.
  public var hasUpperCase: Bool { description.utf8.contains(where: NameCharacters.upperCase.contains) }
}
