import Diagnostics
import JSONLines

/// Says which character stands where it must not.
enum CharacterInWords {
  /// A character in words that cannot be mistaken for another one, and that show nothing which acts on a terminal.
  static func describe(_ scalar: Unicode.Scalar) -> String {
    let code = "U+\(String(scalar.value, radix: 16, digits: 4))"
    if scalar == " " { return "a space (\(code))" }
    if scalar.properties.isWhitespace { return "white space (\(code))" }
    if scalar.properties.generalCategory == .control { return "a control character (\(code))" }
    if isInvisible(scalar) { return "an invisible character (\(code))" }
    if let twin = asciiTwin(of: scalar) { return "'\(scalar)' (\(code)), which only looks like '\(twin)'" }
    return scalar.isASCII ? "'\(scalar)'" : "'\(scalar)' (\(code))"
  }

  /// Whether a character leaves no trace where it stands in a name.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x200C || scalar.value == 0x200D || HiddenScalars.contains(scalar)
  }

  /// The ASCII character that a character of another script is easily taken for.
  static func asciiTwin(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    // The full-width forms of ASCII stand in its order.
    if (0xFF01...0xFF5E).contains(scalar.value) { return Unicode.Scalar(scalar.value - 0xFEE0) }
    return twins[scalar]
  }

  /// Cyrillic and Greek letters, dashes and slashes.
  private static let twins: [Unicode.Scalar: Unicode.Scalar] = {
    let foreign = "аеорсухіјѕԁһԛԝѵӏАВЕКМНОРСТХІЈЅαινορυϲΑΒΕΖΗΙΚΜΝΟΡΤΥΧı‐‑‒–—−∕⁄․"
    let ascii = "aeopcyxijsdhqwvlABEKMHOPCTXIJSaivopucABEZHIKMNOPTYXi------//."
    return Dictionary(zip(foreign.unicodeScalars, ascii.unicodeScalars)) { first, _ in first }
  }()

  /// The first bytes of a text in quotation marks, safe to show, with `…` where it goes on.
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
