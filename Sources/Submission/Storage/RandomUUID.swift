/// Identifiers as RFC 9562 has them, version 4.
enum RandomUUID {
  /// 36 characters that nobody had before.
  static func text() -> String {
    var generator = SystemRandomNumberGenerator()
    let high = generator.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = generator.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = [high, low].map { number in
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
    var text = ""
    for (index, digit) in digits.enumerated() {
      text += ([8, 12, 16, 20].contains(index) ? "-" : "") + String(digit)
    }
    return text
  }
}
