import TuningDatasets

/// How numbers are distributed, as bars: a row for each range of numbers, and beside it the numbers of each dataset.
///
///     32–63     12   5.5 %  ####
///     64–127    80  36.9 %  ############################
struct HistogramBars {
  /// A histogram, as it is shown.
  private struct Column {
    let heading: String
    let counts: [Int]
    let numbers: [String]
    let shares: [String]
    let total: Int

    init(_ histogram: ValueHistogram, _ heading: String, _ ranges: [ClosedRange<Int>]) {
      self.heading = heading
      total = histogram.count
      counts = ranges.map { histogram.count(in: $0) }
      numbers = counts.map { $0 == 0 ? "" : Quantity.count($0) }
      shares = counts.map { $0 == 0 ? "" : Quantity.share($0, of: histogram.count) }
    }

    /// The part of all that a row has.
    func part(_ row: Int) -> Double { total == 0 ? 0 : Double(counts[row]) / Double(total) }

    /// The numbers of a row, in columns.
    func cells(_ row: Int) -> String {
      TextColumns.padLeft(numbers[row], to: TextColumns.widest(numbers)) + "  "
        + TextColumns.padLeft(shares[row], to: TextColumns.widest(shares))
    }
  }

  /// The most rows.
  private static let maximumRows = 12
  /// The longest bar, and how long the longest must be that is shown.
  private static let maximumBar = 36
  private static let minimumBar = 4

  private let ranges: [ClosedRange<Int>]
  private let columns: [Column]

  /// - Parameter headings: the words for the histograms, which one alone does not need.
  init(_ histograms: [ValueHistogram], headings: [String]) {
    let ranges = ValueHistogram.ranges(of: histograms, atMost: Self.maximumRows)
    self.ranges = ranges
    columns = zip(histograms, headings).map { Column($0, $1, ranges) }
  }

  /// The rows, none wider than so many columns if that is possible; none without numbers.
  func lines(width: Int) -> [String] {
    if ranges.isEmpty { return [] }
    let labels = ranges.map(Self.label)
    let labelColumns = TextColumns.widest(labels)
    let cellColumns = columns.map { TextColumns.widest([$0.cells(0)]) }
    let taken = 2 + labelColumns + cellColumns.reduce(0) { $0 + $1 + 4 }
    let bar = min(Self.maximumBar, (width - taken) / columns.count)
    let hasBars = bar >= Self.minimumBar
    let greatest = columns.flatMap { column in ranges.indices.map { column.part($0) } }.max() ?? 0
    var lines = ranges.indices.map { row in
      var line = "  " + TextColumns.padLeft(labels[row], to: labelColumns)
      for column in columns {
        line += "  " + column.cells(row)
        if hasBars { line += "  " + TextColumns.pad(Self.bar(column.part(row) / greatest, bar), to: bar) }
      }
      return line
    }
    if columns.count > 1 {
      var heading = String(repeating: " ", count: 2 + labelColumns)
      for (column, cells) in zip(columns, cellColumns) {
        heading += "  " + TextColumns.pad(column.heading, to: cells + (hasBars ? bar + 2 : 0))
      }
      lines.insert(heading, at: 0)
    }
    return lines.map(Self.withoutSpaceAtEnd)
  }

  private static func bar(_ part: Double, _ columns: Int) -> String {
    String(repeating: "#", count: part == 0 ? 0 : max(1, Quantity.whole(part * Double(columns))))
  }

  /// A range of numbers: `512–1,023`.
  static func label(_ range: ClosedRange<Int>) -> String {
    let first = Quantity.count(range.lowerBound)
    return range.count == 1 ? first : "\(first)–\(Quantity.count(range.upperBound))"
  }

  private static func withoutSpaceAtEnd(_ line: String) -> String {
    let end = line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex
    return String(line[..<end])
  }
}
