import Diagnostics

/// Text as a part of an address.
enum PercentEncoding {
  /// Everything but letters, digits, `-`, `.`, `_` and `~` becomes `%` and two digits, byte by byte.
  static func of(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        encoded += "%" + String(Int(byte), radix: 16, digits: 2).uppercased()
      }
    }
    return encoded
  }
}
