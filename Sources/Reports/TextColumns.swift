/// Lays text out in columns of a terminal: padding and wrapping, by display width.
enum TextColumns {
  /// The text and as many spaces behind it as make it so wide.
  static func pad(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - ColumnCounter.columns(of: text)))
  }

  /// The text and as many spaces before it as make it so wide.
  static func padLeft(_ text: String, to columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - ColumnCounter.columns(of: text))) + text
  }

  /// The greatest width among texts.
  static func widest(_ texts: [String]) -> Int { texts.map(ColumnCounter.columns(of:)).max() ?? 0 }

  /// The text in lines of at most so many columns, broken at spaces; a longer word has a line of its own.
  /// An empty line between paragraphs stays.
  static func wrap(_ text: String, to columns: Int) -> [String] {
    var lines: [String] = []
    var isParagraphOpen = false
    for source in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = source.split(separator: " ")
      if words.isEmpty { isParagraphOpen = false }
      for word in words {
        if isParagraphOpen, let line = lines.last {
          let longer = "\(line) \(word)"
          if ColumnCounter.columns(of: longer) <= columns {
            lines[lines.count - 1] = longer
            continue
          }
        } else if !lines.isEmpty {
          lines.append("")
        }
        lines.append(String(word))
        isParagraphOpen = true
      }
    }
    return lines
  }
}
