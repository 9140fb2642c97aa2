import TuningDatasets

/// How numbers are distributed, as numbers: a row for each dataset, or, where that is too wide, a list.
///
///              min  p5  p50  p95  p99  max   mean
///     input     12  20   88  310  422  530  103.2
///     output     3   5   40  180  210  230   51.9
struct DistributionTable {
  /// Numbers of a kind, of each dataset.
  struct Row {
    let label: String
    let histograms: [ValueHistogram]
  }

  private static let percentiles = [5, 50, 95, 99]
  private static let headings = ["min"] + percentiles.map { "p\($0)" } + ["max", "mean"]

  private let rows: [Row]
  private let datasets: [String]

  init(_ rows: [Row], datasets: [String]) {
    self.rows = rows
    self.datasets = datasets
  }

  /// The lines, none wider than so many columns if that is possible.
  func lines(width: Int) -> [String] {
    let isOne = datasets.count == 1
    var cells = [["", ""] + Self.headings]
    for row in rows {
      for (index, histogram) in row.histograms.enumerated() {
        cells.append([index == 0 ? row.label : "", datasets[index]] + Self.numbers(of: histogram))
      }
    }
    if isOne { cells = cells.map { [$0[0]] + $0.dropFirst(2) } }
    let lines = Self.set(cells, leftColumns: isOne ? 1 : 2)
    if lines.allSatisfy({ ColumnCounter.columns(of: $0) <= width }) { return lines }
    return rows.flatMap { row in
      let columns = row.histograms.map(Self.numbers)
      let head = ["  \(row.label)"] + (isOne ? [""] : datasets)
      let list = Self.headings.indices.map { heading in
        ["    \(Self.headings[heading])"] + columns.map { $0[heading] }
      }
      return Self.set([head] + list, leftColumns: 1, indent: "")
    }
  }

  private static func numbers(of histogram: ValueHistogram) -> [String] {
    if histogram.count == 0 { return headings.map { _ in "–" } }
    let percentiles = percentiles.map { histogram.percentile($0).map { Quantity.count($0) } ?? "–" }
    return [Quantity.count(histogram.minimum)] + percentiles
      + [Quantity.count(histogram.maximum), Quantity.decimal(histogram.mean)]
  }

  /// Sets cells in columns, the first ones to the left.
  private static func set(_ rows: [[String]], leftColumns: Int, indent: String = "  ") -> [String] {
    let widths = (rows.first ?? []).indices.map { column in TextColumns.widest(rows.map { $0[column] }) }
    return rows.map { row in
      let cells = row.indices.map { column in
        column < leftColumns
          ? TextColumns.pad(row[column], to: widths[column])
          : TextColumns.padLeft(row[column], to: widths[column])
      }
      let line = indent + cells.joined(separator: "  ")
      let end = line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex
      return String(line[..<end])
    }
  }
}
