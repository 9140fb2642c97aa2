/// The line that shows how far a file has been read; when to print it is not decided here.
///
///     checking data/train.jsonl  43 %  [########············]  1.2 GB/s  0:12 left
public struct ProgressBar: Sendable {
  private let path: String

  private static let maximumColumns = 30
  private static let minimumColumns = 8

  /// The bar of a file; `-` is standard input.
  public init(path: String) {
    self.path = path == "-" ? "standard input" : VisibleText.of(path)
  }

  /// The line, never wider than the terminal. Where columns are scarce, the bar goes first, then the path is
  /// cut at its left, then the numbers go from the right.
  ///
  /// - Parameters:
  ///   - fraction: the part that is done, from 0 to 1; nil if the size is not known, as in a pipe.
  ///   - bytesDone: the uncompressed bytes read.
  ///   - secondsElapsed: the time since the file was opened.
  ///   - width: the terminal's columns.
  public func line(fraction: Double?, bytesDone: Int, secondsElapsed: Double, width: Int) -> String {
    let rate = Quantity.rate(bytes: bytesDone, seconds: secondsElapsed)
    let progress = fraction.map(Quantity.percent) ?? Quantity.bytes(bytesDone)
    let time = fraction.map { timeLeft($0, secondsElapsed) } ?? Quantity.clock(secondsElapsed)
    var numbers = [rate, time].compactMap(\.self)

    let label = "checking \(path)"
    let columns = ColumnCounter.columns(of: join([label, progress] + numbers))
    let room = width - columns - "  []".utf8.count
    if let fraction, room >= Self.minimumColumns {
      return join([label, progress, bar(fraction, columns: min(room, Self.maximumColumns))] + numbers)
    }
    if columns <= width { return join([label, progress] + numbers) }
    while !numbers.isEmpty, ColumnCounter.columns(of: join(["checking …", progress] + numbers)) > width {
      numbers.removeLast()
    }
    let rest = width - ColumnCounter.columns(of: join(["checking ", progress] + numbers))
    if rest > 0 { return join(["checking \(end(of: path, columns: rest))", progress] + numbers) }
    return progress.utf8.count <= width ? progress : ""
  }

  private func join(_ parts: [String]) -> String { parts.joined(separator: "  ") }

  private func bar(_ fraction: Double, columns: Int) -> String {
    let done = fraction.isFinite ? Int(min(max(fraction, 0), 1) * Double(columns)) : 0
    return "[\(String(repeating: "#", count: done))\(String(repeating: "·", count: columns - done))]"
  }

  /// What is left at the speed so far; nil at the very start, when nothing can be said.
  private func timeLeft(_ fraction: Double, _ secondsElapsed: Double) -> String? {
    guard fraction > 0.005 else { return nil }
    return "\(Quantity.clock(secondsElapsed * max(0, 1 - fraction) / fraction)) left"
  }

  /// The end of a path, which tells files apart better than its beginning.
  private func end(of path: String, columns: Int) -> String {
    let line = CellLine(path.utf8)
    let end = line.cells.count
    if line.starts[end] <= columns { return path }
    let first = (0...end).first { line.starts[end] - line.starts[$0] <= columns - 1 } ?? end
    return "…" + line.text(of: first..<end)
  }
}
