/// Escapes text for XML and HTML.
enum XMLText {
  /// Text of any origin, safe to show, in an attribute or between tags. It has only characters that XML allows.
  static func escaped(_ text: String) -> VisibleText {
    let visible = VisibleText.of(text)
    if !visible.utf8.contains(where: isMarkup) { return VisibleText(visible) }
    var escaped = ""
    for scalar in visible.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return VisibleText(escaped)
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }
}
