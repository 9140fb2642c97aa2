import JSONLines

/// Swift's values as Python spells them.
enum PythonLiteral {
  /// A string between double quotes.
  ///
  /// What ends a string or a line, begins an escape, or hides from the reader of the script is escaped; everything else is
  /// as it is, for scripts are UTF-8.
  static func string(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += #"\""#
      case "\\": literal += #"\\"#
      case "\n": literal += #"\n"#
      case "\r": literal += #"\r"#
      case "\t": literal += #"\t"#
      case _ where HiddenScalars.contains(scalar): literal += escape(scalar)
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }

  /// True or false.
  static func bool(_ isTrue: Bool) -> String { isTrue ? "True" : "False" }

  /// `\uXXXX`, or `\UXXXXXXXX` where that is too short.
  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (mark, count) = scalar.value > 0xFFFF ? (#"\U"#, 8) : (#"\u"#, 4)
    return mark + String(repeating: "0", count: count - digits.count) + digits
  }
}
