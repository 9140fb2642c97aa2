/// A table as plain text: cells of one or more lines in aligned columns.
struct TextTable {
  /// On which side of its column a cell is set.
  enum Alignment {
    case left, right
  }

  /// A column: its heading and how its cells are set.
  struct Column {
    let heading: String
    var alignment = Alignment.left
  }

  /// The space between two columns, in characters.
  private static let gap = 2

  /// The columns, from the left.
  let columns: [Column]
  /// The cells of each row, each a list of lines.
  private(set) var rows: [[[String]]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row, which needs a cell for each column; empty lines at a cell's end are left out.
  mutating func add(_ cells: [[String]]) {
    precondition(cells.count == columns.count)
    rows.append(cells.map { Array($0.reversed().drop { $0.isEmpty }.reversed()) })
  }

  /// The heading, a rule, and the rows; no line ends in white space.
  func lines() -> [String] {
    let widths = columns.indices.map { index in
      rows.flatMap { $0[index] }.map(\.count).reduce(columns[index].heading.count, max)
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: spaces(Self.gap))
    let body = rows.flatMap { row in
      (0..<row.map(\.count).reduce(1, max)).map { line in
        set(row.map { line < $0.count ? $0[line] : "" }, widths)
      }
    }
    return [set(columns.map(\.heading), widths), rule] + body
  }

  private func set(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.indices.map { index in
      let padding = spaces(widths[index] - cells[index].count)
      return columns[index].alignment == .left ? cells[index] + padding : padding + cells[index]
    }
    let line = padded.joined(separator: spaces(Self.gap))
    let end = line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex
    return String(line[..<end])
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

/// The text cut between words into lines of at most `width` characters, where no word is longer.
func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  for word in text.split(separator: " ") {
    if let last = lines.last, last.count + 1 + word.count <= width {
      lines[lines.count - 1] = last + " " + word
    } else {
      lines.append(String(word))
    }
  }
  return lines
}
