import Diagnostics
import JSONLines

/// Makes text from a dataset safe to show: nothing in it can move the cursor, colour the terminal, turn the
/// reading direction or hide.
///
/// Control characters become their pictures (`␛`, `␉`), what cannot be seen is named (`<U+202E>`), and bytes
/// that are not UTF-8 are written as such (`<C3>`). Joiners and variation selectors stay: scripts and emoji
/// need them.
public enum VisibleText {
  /// The text with everything replaced that must not reach a terminal.
  public static func of(_ text: String) -> String {
    // Nearly all text is plain, and there may be much of it.
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    var visible = ""
    for scalar in text.unicodeScalars { visible += picture(of: scalar) ?? String(scalar) }
    return visible
  }

  /// What is shown in place of a scalar; nil where it is shown as it is.
  static func picture(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x20...0x7E: nil
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: "\u{2421}"
    default: HiddenScalars.contains(scalar) ? "<U+\(String(scalar.value, radix: 16, digits: 4))>" : nil
    }
  }

  /// What is shown in place of a byte that is not UTF-8.
  static func picture(ofByte byte: UInt8) -> String { "<\(String(byte, radix: 16, digits: 2))>" }
}
