import Diagnostics
import JSONLines

/// Describes a character that is not allowed.
enum CharacterInWords {
  /// A character in words that identify it and are safe to show on a terminal.
  static func describe(_ scalar: Unicode.Scalar) -> String {
    let code = "U+\(String(scalar.value, radix: 16, digits: 4))"
    if scalar == " " { return "a space (\(code))" }
    if scalar.properties.isWhitespace { return "a white space character (\(code))" }
    if scalar.properties.generalCategory == .control { return "a control character (\(code))" }
    if isInvisible(scalar) { return "an invisible character (\(code))" }
    if let twin = asciiTwin(of: scalar) { return "'\(scalar)' (\(code)), which looks like '\(twin)'" }
    return scalar.isASCII ? "'\(scalar)'" : "'\(scalar)' (\(code))"
  }

  /// Whether a character is invisible in a name.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x200C || scalar.value == 0x200D || HiddenScalars.contains(scalar)
  }

  /// The ASCII character that a character of another script looks like.
  static func asciiTwin(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    // The full-width forms are in the order of ASCII.
    if (0xFF01...0xFF5E).contains(scalar.value) { return Unicode.Scalar(scalar.value - 0xFEE0) }
    return twins[scalar]
  }

  /// Cyrillic and Greek letters, dashes and slashes.
  private static let twins: [Unicode.Scalar: Unicode.Scalar] = {
    let foreign = "аеорсухіјѕԁһԛԝѵӏАВЕКМНОРСТХІЈЅαινορυϲΑΒΕΖΗΙΚΜΝΟΡΤΥΧı‐‑‒–—−∕⁄․"
    let ascii = "aeopcyxijsdhqwvlABEKMHOPCTXIJSaivopucABEZHIKMNOPTYXi------//."
    return Dictionary(zip(foreign.unicodeScalars, ascii.unicodeScalars)) { first, _ in first }
  }()

  /// The first bytes of a text in quotation marks, safe to show, with `…` if the text continues.
  static func quote(_ bytes: ArraySlice<UInt8>) -> String {
    let limit = 40
    var quoted = ""
    var end = 0
    for scalar in String(decoding: bytes.prefix(limit + 4), as: UTF8.self).unicodeScalars {
      end += UTF8.width(scalar)
      if end > limit { return "'\(quoted)…'" }
      quoted += isInvisible(scalar) ? "<U+\(String(scalar.value, radix: 16, digits: 4))>" : String(scalar)
    }
    return "'\(quoted)'"
  }
}
