/// A table as plain text, safe to show: cells of one or more lines in aligned columns.
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

  /// What stands between two columns.
  private static let gap = "  "

  /// The columns, from the left.
  let columns: [Column]
  /// The cells of each row, each a list of lines.
  private(set) var rows: [[[String]]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row, which needs a cell for each column; empty lines at a cell's end are left out.
  mutating func add(_ cells: [[String]]) {
    precondition(cells.count == columns.count)
    rows.append(cells.map { $0.reversed().drop { $0.isEmpty }.reversed().map { VisibleText.of($0) } })
  }

  /// The heading, a rule, and the rows; no line ends in white space.
  func lines() -> [String] {
    let widths = columns.indices.map { index in
      TextColumns.widest([columns[index].heading] + rows.flatMap { $0[index] })
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: Self.gap)
    let body = rows.flatMap { row in
      (0..<row.map(\.count).reduce(1, max)).map { line in
        set(row.map { line < $0.count ? $0[line] : "" }, widths)
      }
    }
    return [set(columns.map(\.heading), widths), rule] + body
  }

  private func set(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.indices.map { index in
      let pad = columns[index].alignment == .left ? TextColumns.pad : TextColumns.padLeft
      return pad(cells[index], widths[index])
    }
    let line = padded.joined(separator: Self.gap)
    let end = line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex
    return String(line[..<end])
  }
}
