/// What a submission writes on its job, so that the job can be found again: 128 bits at random.
///
/// It is the value of the label ``label``. Labels are small letters, digits, hyphens and underscores, at most 63; a marker is
/// 26 characters of base32 (RFC 4648) in small letters.
public struct SubmissionMarker: Hashable, Sendable, CustomStringConvertible {
  /// The name of the job's label.
  public static let label = "tunekit-submission"

  private static let digits = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  /// The 26 characters.
  public let description: String

  /// Makes a marker that no other submission has.
  public init() {
    var generator = SystemRandomNumberGenerator()
    self.init(high: generator.next(), low: generator.next())
  }

  /// Makes a marker of 128 bits:
  ///
  ///     128 bits and 2 of zero   ▸   26 digits of 5 bits
  init(high: UInt64, low: UInt64) {
    var bits = UInt128(high) << 64 | UInt128(low)
    // The last digit has three bits of the number.
    var reversed = [Self.digits[Int(truncatingIfNeeded: bits & 7) << 2]]
    bits >>= 3
    for _ in 0..<25 {
      reversed.append(Self.digits[Int(truncatingIfNeeded: bits & 31)])
      bits >>= 5
    }
    description = String(decoding: reversed.reversed(), as: UTF8.self)
  }

  /// Reads a marker; nil for a text that is none.
  public init?(_ text: String) {
    let digits = text.utf8.map { Self.digits.firstIndex(of: $0) }
    guard digits.count == 26, !digits.contains(nil), (digits.last ?? nil).map({ $0 & 3 }) == 0 else {
      return nil
    }
    description = text
  }
}
