import TuningDatasets

/// Shows statistics of datasets in columns beside each other, in sections.
///
///                    training  validation
///     examples            217          48
///
///     Tokens per example (estimate)
///     …
public struct StatisticsText: Sendable {
  /// The width without a terminal, and the maximum width.
  private static let maximumColumns = 80
  /// The most functions that are listed.
  static let maximumFunctions = 10

  let report: StatisticsReport
  let columns: Int
  /// Whether tables have all their columns.
  var isWide: Bool { columns >= 70 }
  private let style: TerminalStyle

  /// A report in text.
  ///
  /// - Parameter width: the columns of the terminal; nil without a terminal.
  public init(_ report: StatisticsReport, width: Int? = nil, isColored: Bool = false) {
    self.report = report
    columns = min(width ?? Self.maximumColumns, Self.maximumColumns)
    style = TerminalStyle(isColored: isColored)
  }

  /// Writes all sections that have something to show.
  public func write(to output: inout some VisibleOutput) {
    var isFirst = true
    for section in sections where !section.lines.isEmpty {
      if !isFirst { output.write("\n") }
      isFirst = false
      if let title = section.title { output.write("\(style.paint(VisibleText(title), .bold))\n") }
      for line in section.lines { output.write("\(line)\n") }
    }
    output.write("\n\(volume)\n")
  }

  /// A title and the lines below it.
  struct Section {
    var title: String?
    var lines: [String]
  }

  private var sections: [Section] {
    [
      Section(title: nil, lines: overview), Section(title: nil, lines: unread),
      Section(title: "Turns", lines: turns), Section(title: "System instructions", lines: instructions),
      Section(title: "Media", lines: media), Section(title: "Functions", lines: functions),
      Section(title: "Most used functions", lines: mostUsedFunctions),
      Section(title: "Tokens per example (\(report.isExact ? "counted" : "estimate"))", lines: tokens),
      Section(title: "Examples by their tokens", lines: bars),
      Section(title: "Longest examples", lines: longest),
      Section(title: "Characters of the texts", lines: scripts),
      Section(title: "Repeated examples", lines: repeats),
      Section(title: "Cost of training", lines: cost),
    ]
  }

  /// What was read, and how fast.
  private var volume: VisibleText {
    let files = report.datasets.flatMap(\.statistics.files)
    let bytes = files.reduce(0) { $0 + $1.bytes }
    let rate = Quantity.rate(bytes: bytes, seconds: report.elapsedSeconds).map { " (\($0))" } ?? ""
    return """
      read \(Quantity.count(files.count, "file")): \(Quantity.bytes(bytes)) in \
      \(Quantity.duration(report.elapsedSeconds))\(rate)
      """
  }

  // MARK: Rows

  /// A row of the table: a label, and what each dataset has.
  struct Row {
    let label: String
    let cells: [String]

    init(_ label: String, _ cells: [String]) { (self.label, self.cells) = (label, cells) }
  }

  /// A row with a number of each dataset; nil where all are zero.
  func row(_ label: String, _ number: (DatasetStatistics) -> Int) -> Row? {
    let numbers = report.datasets.map { number($0.statistics) }
    return numbers.allSatisfy { $0 == 0 } ? nil : Row(label, numbers.map { Quantity.count($0) })
  }

  /// A row with a number of each dataset and its share; nil where all are zero.
  func row(
    _ label: String, _ part: (DatasetStatistics) -> Int, of whole: (DatasetStatistics) -> Int
  ) -> Row? {
    let parts = report.datasets.map { part($0.statistics) }
    if parts.allSatisfy({ $0 == 0 }) { return nil }
    return Row(
      label, zip(parts, report.datasets).map { Quantity.count($0, of: whole($1.statistics)) })
  }

  /// How wide labels and numbers are at least, so that the columns of all sections are in line where there is room.
  private var labelColumns: Int { columns < Self.maximumColumns ? 0 : 40 }
  private var cellColumns: Int { columns < Self.maximumColumns ? 0 : 18 }

  /// Rows in columns, below the words for the datasets.
  func lines(_ rows: [Row?]) -> [String] {
    let rows = rows.compactMap(\.self)
    if rows.isEmpty { return [] }
    var table = TextTable(
      [TextTable.Column(heading: "")]
        + report.datasets.map {
          TextTable.Column(heading: $0.role, alignment: .right, maximumColumns: 22)
        })
    for row in rows {
      table.add(
        [TextColumns.pad("  \(row.label)", to: labelColumns)]
          + row.cells.map { TextColumns.padLeft($0, to: cellColumns) })
    }
    let lines = table.lines(width: columns)
    // One dataset needs no word.
    return report.datasets.count == 1 ? Array(lines.dropFirst()) : lines
  }

  /// Sentences of any origin in lines.
  func wrapped(_ text: String) -> [String] {
    TextColumns.wrap(text, to: columns - 2, breakingWords: true).map { "  \($0)" }
  }
}
