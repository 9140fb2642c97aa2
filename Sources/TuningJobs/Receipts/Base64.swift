/// Checksums as Cloud Storage writes them: four bytes, the highest first, in base64 (RFC 4648).
package enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// A checksum as eight characters:
  ///
  ///     32 bits and 4 of zero   ▸   6 digits of 6 bits and "=="
  package static func text(_ checksum: UInt32) -> String {
    let bits = UInt64(checksum) << 4
    let six = (0..<6).map { digits[Int(bits >> UInt64(30 - 6 * $0)) & 63] }
    return String(decoding: six, as: UTF8.self) + "=="
  }

  /// The checksum that eight characters represent; nil for any others.
  package static func checksum(_ text: String) -> UInt32? {
    guard text.utf8.count == 8, text.hasSuffix("==") else { return nil }
    var bits: UInt64 = 0
    for byte in text.utf8.prefix(6) {
      guard let digit = digits.firstIndex(of: byte) else { return nil }
      bits = bits << 6 | UInt64(digit)
    }
    return bits & 15 == 0 ? UInt32(bits >> 4) : nil
  }
}
