/// Lays text out in columns of a terminal: padding and wrapping, by display width.
enum TextColumns {
  /// The text and as many spaces after it as make it so wide.
  static func pad(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - ColumnCounter.columns(of: text)))
  }

  /// The text and as many spaces before it as make it so wide.
  static func padLeft(_ text: String, to columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - ColumnCounter.columns(of: text))) + text
  }

  /// The greatest width among texts.
  static func widest(_ texts: [String]) -> Int { texts.map(ColumnCounter.columns(of:)).max() ?? 0 }

  /// A word of any origin in pieces of at most so many columns, cut after a hyphen where one is in the second half.
  static func pieces(of word: String, columns: Int) -> [String] {
    let line = CellLine(word.utf8)
    var pieces: [String] = []
    var first = 0
    repeat {
      let end = line.rowEnd(from: first, columns: columns, behind: "-")
      pieces.append(line.text(of: first..<end))
      first = end
    } while first < line.cells.count
    return pieces
  }

  /// Text of any origin in lines of at most so many columns, broken at spaces: nothing else breaks words into lines.
  ///
  ///     Source      DOC:models/tuning, read
  ///                 on 2026-11-22
  ///
  /// - Parameters:
  ///   - text: the text, whose spaces are one between two words.
  ///   - columns: the columns that there are.
  ///   - breakingWords: whether a word that is longer is cut; if not, it has a line of its own.
  ///   - label: what is before the first line, and as much space before the others.
  ///   - labelColumns: how wide the label is.
  static func wrap(
    _ text: String, to columns: Int, breakingWords: Bool = false, behind label: VisibleText = "",
    of labelColumns: Int = 0
  ) -> [VisibleText] {
    let columns = columns - labelColumns
    var lines: [String] = []
    for word in VisibleText.of(text).split(separator: " ").map(String.init) {
      let longer = lines.last.map { "\($0) \(word)" }
      if let longer, ColumnCounter.columns(of: longer) <= columns {
        lines[lines.count - 1] = longer
      } else {
        lines += breakingWords ? pieces(of: word, columns: columns) : [word]
      }
    }
    let indent = VisibleText(String(repeating: " ", count: labelColumns))
    return lines.enumerated().map { "\($0 == 0 ? label : indent)\(VisibleText($1))" }
  }
}
