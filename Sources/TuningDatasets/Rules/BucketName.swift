package import JSONLines

/// The name of a bucket in Cloud Storage: 3 to 63 lower-case letters, digits, hyphens, underscores and dots, or up to 222
/// with dots, each piece between them up to 63; a letter or digit begins and ends it; it is no IP address. Source:
/// storage/docs/buckets, as quoted by several tools, as of 2026-11-22.
package enum BucketName {
  /// Whether a string is the name of a bucket. O(n).
  package static func isValid(_ name: StringScalars) -> Bool {
    var length = 0
    var pieces = 1
    var lengthOfPiece = 0
    var isNumeric = true
    var endsInLetterOrDigit = false
    for (scalar, _) in name {
      switch scalar {
      case "a"..."z", "0"..."9":
        endsInLetterOrDigit = true
        if scalar > "9" { isNumeric = false }
      case "-", "_":
        guard length > 0 else { return false }
        endsInLetterOrDigit = false
        isNumeric = false
      case ".":
        guard lengthOfPiece > 0 else { return false }
        endsInLetterOrDigit = false
        pieces += 1
        lengthOfPiece = -1
      default: return false
      }
      length += 1
      lengthOfPiece += 1
      guard length <= 222, lengthOfPiece <= 63 else { return false }
    }
    return length >= 3 && endsInLetterOrDigit && !(isNumeric && pieces == 4)
  }
}
