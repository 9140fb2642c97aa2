/// The rules for the labels of a tuning job, which are also applied to its model and endpoint.
///
/// Lower-case letters, also international ones, digits, hyphens and underscores; a letter begins a key; a value may be
/// empty; at most 64 labels. The text of `TuningJob` allows 64 characters, the rule for all of Google Cloud 63: 64
/// are accepted here, and ``isLong(_:)`` tells. Sources: reference/rest/v1/projects.locations.tuningJobs, as
/// of 2026-08-22; kms/docs/labeling-keys, an undated copy read on 2026-11-22; of the Model Registry: that a key does
/// not begin with `goog-` or `vertex-ai-`.
public enum Labels {
  /// How many labels a resource may have.
  public static let maximumCount = 64

  /// The longest key or value, in characters (Unicode code points).
  public static let maximumLength = 64

  /// The first fault of a key from the left; nil if the key is valid.
  public static func fault(inKey key: String) -> NameFault? {
    let piece = NamePiece("label key", whole: key)
    guard let first = key.unicodeScalars.first else { return piece.fault("is empty") }
    if let fault = fault(in: key, piece, isFirstLetter: isLetter(first)) { return fault }
    for reserved in ["goog-", "vertex-ai-"] where piece.bytes.starts(with: reserved.utf8) {
      return piece.fault("begins with '\(reserved)', which is reserved")
    }
    return nil
  }

  /// The first fault of a value from the left; nil if the value is valid.
  public static func fault(inValue value: String) -> NameFault? {
    fault(in: value, NamePiece("label value", whole: value), isFirstLetter: true)
  }

  /// Whether a key or value has 64 characters, which only one of two documented rules allows.
  public static func isLong(_ text: String) -> Bool { text.unicodeScalars.count == maximumLength }

  private static func fault(in text: String, _ piece: NamePiece, isFirstLetter: Bool) -> NameFault? {
    var index = 0
    for scalar in text.unicodeScalars.prefix(maximumLength) {
      if !isAllowed(scalar) {
        return piece.fault(
          at: index, "but only lower-case letters, digits, hyphens and underscores are allowed")
      }
      if index == 0, !isFirstLetter { return piece.fault(at: 0, "but must begin with a lower-case letter") }
      index += UTF8.width(scalar)
    }
    return index < piece.bytes.count
      ? piece.fault("is longer than \(maximumLength) characters") : nil
  }

  /// Whether a scalar is a letter that is not upper-case; scripts without case have no other letters.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .modifierLetter: true
    default: false
    }
  }

  /// Whether a label can contain a scalar. Separate vowel signs and accents belong to their letter.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII, let byte = UInt8(exactly: scalar.value) {
      return NameCharacters([.lowerCase, .digits, .hyphens, .underscores]).contains(byte)
    }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: return true
    case .nonspacingMark, .spacingMark: return !CharacterInWords.isInvisible(scalar)
    default: return isLetter(scalar) && !CharacterInWords.isInvisible(scalar)
    }
  }
}
