import TuningDatasets

/// How numbers are distributed, as a picture in a page, with a table of the same numbers under it: a row for each range, and in it a
/// bar for each dataset, as long as its share.
///
/// The picture has a fixed size, in which its text can be read, and is scaled to about the same size on all screens.
struct HTMLHistogram {
  /// How large the picture is, and its letters.
  private static let width = 360
  private static let barHeight = 16
  private static let gap = 4
  private static let mostRows = 12
  /// The widest digit of common fonts at the size of the text, in tenths.
  private static let digitWidth = 77

  private let datasets: [(name: String, numbers: ValueHistogram)]
  private let ranges: [ClosedRange<Int>]

  /// - Parameter datasets: the numbers of each dataset, with its name, which is a class of the page's style too.
  init(_ datasets: [(name: String, numbers: ValueHistogram)]) {
    self.datasets = datasets
    ranges = ValueHistogram.ranges(of: datasets.map(\.numbers), atMost: Self.mostRows)
  }

  /// Writes the picture and the table.
  ///
  /// - Parameter id: that of the heading; the sentence about the picture has the same with `-words` after it.
  func write(id: String, to output: inout some VisibleOutput) {
    writePicture(id, to: &output)
    output.write(
      "<details><summary>Numbers</summary>\n<table aria-labelledby=\"\(id)\">\n<thead><tr><th scope=\"col\">Range</th>"
    )
    for dataset in datasets {
      let name =
        datasets.count > 1 ? dataset.name.prefix(1).uppercased() + dataset.name.dropFirst() : "Number"
      output.write("<th scope=\"col\">\(name)</th><th scope=\"col\">Share</th>")
    }
    output.write("</tr></thead>\n<tbody>\n")
    for range in ranges {
      output.write("<tr><th scope=\"row\">\(HistogramBars.label(range))</th>")
      for dataset in datasets {
        let count = dataset.numbers.count(in: range)
        output.write("<td>\(Quantity.count(count))</td><td>\(share(count, of: dataset.numbers))</td>")
      }
      output.write("</tr>\n")
    }
    output.write("</tbody>\n</table>\n</details>\n")
  }

  private func writePicture(_ id: String, to output: inout some VisibleOutput) {
    let labels = ranges.map(HistogramBars.label)
    let shares = ranges.map { range in datasets.map { part(range, of: $0.numbers) } }
    let longest = shares.joined().max() ?? 1
    let first = Self.columns(of: labels) + 6
    let widest = Self.columns(
      of: ranges.flatMap { range in
        datasets.map { share($0.numbers.count(in: range), of: $0.numbers) }
      })
    let room = max(20, Self.width - first - widest - 4)
    let rowHeight = datasets.count * Self.barHeight + Self.gap
    output.write("<svg role=\"img\" aria-labelledby=\"\(id)\" aria-describedby=\"\(id)-words\" ")
    output.write("viewBox=\"0 0 \(Self.width) \(ranges.count * rowHeight)\">\n")
    for (row, range) in ranges.enumerated() {
      let top = row * rowHeight
      let middle = top + datasets.count * Self.barHeight / 2 + 4
      output.write("<text class=\"label\" x=\"\(first - 6)\" y=\"\(middle)\">\(labels[row])</text>\n")
      for (index, dataset) in datasets.enumerated() {
        let (y, count) = (top + index * Self.barHeight, dataset.numbers.count(in: range))
        let length = count == 0 ? 0 : max(1, Quantity.whole(shares[row][index] / longest * Double(room)))
        output.write("<rect class=\"\(dataset.name)\" x=\"\(first)\" y=\"\(y + 2)\" ")
        output.write("width=\"\(length)\" height=\"\(Self.barHeight - 4)\"/>")
        if count > 0 {
          output.write(
            "<text x=\"\(first + length + 4)\" y=\"\(y + 12)\">\(share(count, of: dataset.numbers))</text>")
        }
        output.write("\n")
      }
    }
    output.write("</svg>\n")
  }

  private func part(_ range: ClosedRange<Int>, of numbers: ValueHistogram) -> Double {
    numbers.count == 0 ? 0 : Double(numbers.count(in: range)) / Double(numbers.count)
  }

  private func share(_ count: Int, of numbers: ValueHistogram) -> String {
    count == 0 ? "0 %" : Quantity.share(count, of: numbers.count)
  }

  /// How much room texts take, at most.
  private static func columns(of texts: [String]) -> Int {
    (TextColumns.widest(texts) * digitWidth + 9) / 10
  }
}
