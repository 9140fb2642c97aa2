/// A table as plain text, safe to show: a line for each row, in aligned columns.
struct TextTable {
  /// On which side of its column a cell is set.
  enum Alignment {
    case left, right
  }

  /// A column: its heading, how its cells are set, and how wide it may become.
  struct Column {
    let heading: String
    var alignment = Alignment.left
    var maximumColumns = 12
  }

  /// What is between two columns.
  private static let gap = "  "
  /// The first column keeps so many columns, however narrow the table is.
  private static let minimumColumns = 8

  private let columns: [Column]
  private var rows: [[String]] = []

  /// A table without rows; the first column may become as wide as the others let it.
  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row, which needs a cell for each column.
  mutating func add(_ cells: [String]) {
    precondition(cells.count == columns.count)
    rows.append(cells.map { VisibleText.of($0) })
  }

  /// The heading and the rows, none wider than the table; a cell that is wider than its column continues in the next line.
  func lines(width: Int) -> [String] {
    var widths = columns.indices.map { index in
      TextColumns.widest([columns[index].heading] + rows.map { $0[index] })
    }
    for index in widths.indices.dropFirst() {
      widths[index] = min(widths[index], columns[index].maximumColumns)
    }
    let others = widths.dropFirst().reduce(0) { $0 + $1 + Self.gap.utf8.count }
    widths[0] = min(widths[0], max(Self.minimumColumns, width - others))
    return ([columns.map(\.heading)] + rows).flatMap { row in
      let cells = zip(row, widths).map { TextColumns.pieces(of: $0, columns: $1) }
      return (0..<cells.map(\.count).reduce(1, max)).map { line in
        set(cells.map { line < $0.count ? $0[line] : "" }, widths)
      }
    }
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
