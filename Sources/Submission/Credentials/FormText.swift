/// Names and values as a form sends them (`application/x-www-form-urlencoded`): `a=b%2Fc&d=e+f`.
struct FormText {
  private(set) var bytes: [UInt8] = []
  /// The values that must not be shown, should an answer repeat them.
  private(set) var secrets: [String] = []

  private static let digits = Array("0123456789ABCDEF".utf8)

  /// Adds a name and its value, which is a secret.
  mutating func add(_ name: String, secret: String) {
    add(name, secret)
    secrets.append(secret)
  }

  /// Adds a name and its value.
  mutating func add(_ name: String, _ value: String) {
    if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
    bytes += Self.escaped(name) + [UInt8(ascii: "=")] + Self.escaped(value)
  }

  /// A text with everything escaped but letters, digits and `-._~`.
  ///
  /// - Parameter space: what is written in place of a space.
  static func escaped(_ text: String, space: String = "+") -> [UInt8] {
    text.utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: [byte]
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): [byte]
      case 0x20: Array(space.utf8)
      default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }
}
