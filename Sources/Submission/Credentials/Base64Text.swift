/// Bytes in base64 (RFC 4648).
enum Base64Text {
  /// The two alphabets.
  enum Alphabet: String {
    /// With `+` and `/`, and filled up with `=`.
    case usual = "+/"
    /// With `-` and `_`, and not filled up, as tokens have it.
    case ofAddresses = "-_"
  }

  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

  /// Bytes as text.
  static func text(_ bytes: [UInt8], _ alphabet: Alphabet) -> String {
    let digits = digits + Array(alphabet.rawValue.utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let piece = bytes[start..<min(start + 3, bytes.count)]
      let bits = piece.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - piece.count))
      for index in 0...piece.count { text.append(digits[bits >> (18 - 6 * index) & 63]) }
      if alphabet == .usual { text += [UInt8](repeating: UInt8(ascii: "="), count: 3 - piece.count) }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
