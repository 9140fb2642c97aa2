/// Escapes text for Markdown.
enum MarkdownText {
  /// Prose whose code spans in backticks stay; signs that mean something to Markdown elsewhere are escaped.
  static func prose(_ text: String) -> String {
    let characters = Array(text)
    var escaped = ""
    var isCode = false
    for (index, character) in characters.enumerated() {
      let previous = index > 0 ? characters[index - 1] : "\n"
      let next = index + 1 < characters.count ? characters[index + 1] : "\n"
      if character == "`" { isCode.toggle() }
      if !isCode, hasMeaning(character, between: previous, and: next) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  /// An underline within a word is not an emphasis, and `@` begins a directive of DocC only where a line begins.
  private static func hasMeaning(
    _ character: Character, between previous: Character, and next: Character
  ) -> Bool {
    switch character {
    case "\\", "*", "<", "[": true
    case "_": !(previous.isLetter || previous.isNumber) || !(next.isLetter || next.isNumber)
    case "@": previous == "\n"
    default: false
    }
  }

  /// Prose in a cell of a table, which ends at a bar and at a line feed, in code spans too.
  static func cell(_ text: String) -> String {
    prose(text).split(separator: "\n").joined(separator: " ")
      .split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  /// Text of any origin, safe to show, in which no sign means anything to Markdown or HTML, on one line.
  static func plain(_ text: String) -> String {
    VisibleText.of(text).reduce(into: "") { plain, character in
      if character.isASCII, #"\`*_[]<>|~&#!$"#.contains(character) { plain.append("\\") }
      plain.append(character)
    }
  }

  /// Text as it is, in a line of its own.
  static func block(_ lines: [String], language: String = "") -> String {
    let longest = lines.flatMap { $0.split { $0 != "`" } }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\(language)\n\(lines.joined(separator: "\n"))\n\(fence)"
  }
}
