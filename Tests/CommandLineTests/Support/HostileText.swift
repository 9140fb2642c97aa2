/// Text that acts on a terminal, turns the reading direction, begins lines of its own or hides, and documents of it.
enum HostileText {
  /// As a file's name or an argument may be.
  static let argument = "\u{1B}[31mred\u{7}\r\n\u{9B}2J\u{85}\u{202E}x\u{2066}\u{200B}\u{2028}\u{7F}"

  /// As a JSON string says the same, some of it as it is and some by escapes.
  private static let jsonString =
    #""\u001B[31mred\u0007\r\n\#u{9B}2J\u0085\#u{202E}x\u2066\#u{200B}\u2028\u007F""#

  /// The document with one of its strings replaced, for each member's name and for each member's value.
  static func variants(of document: String) -> [String] {
    var kinds: Set<String> = []
    var member: Substring = ""
    return document.ranges(of: #/"(?:[^"\\\n]|\\.)*"/#).compactMap { range in
      let isName = document[range.upperBound...].first { !$0.isWhitespace } == ":"
      if isName { member = document[range] }
      guard kinds.insert("\(isName) \(member)").inserted else { return nil }
      return document[..<range.lowerBound] + jsonString + document[range.upperBound...]
    }
  }

  /// What in bytes that were written acts or hides, named for a message; nothing else but line feeds may be so.
  static func acting(in bytes: [UInt8]) -> [String] {
    guard let text = String(validating: bytes, as: UTF8.self) else { return ["bytes that are not UTF-8"] }
    return text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: scalar != "\n"
      default: false
      }
    }.map { "U+\(String($0.value, radix: 16, uppercase: true))" }
  }
}
