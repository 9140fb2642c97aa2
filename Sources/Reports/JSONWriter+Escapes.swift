extension JSONWriter {
  /// The inside of a JSON string.
  static func escaped(_ string: String) -> String {
    // Most strings are plain, and there may be one for each of many million findings.
    if string.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }) { return string }
    var escaped = ""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": escaped += #"\""#
      case "\\": escaped += #"\\"#
      case "\n": escaped += #"\n"#
      case "\r": escaped += #"\r"#
      case "\t": escaped += #"\t"#
      case _ where VisibleText.picture(of: scalar) != nil:
        for unit in scalar.utf16 { escaped += #"\u"# + VisibleText.hexadecimal(UInt32(unit), digits: 4) }
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
