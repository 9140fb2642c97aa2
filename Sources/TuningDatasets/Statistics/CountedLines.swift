import ByteStreams

/// What was counted in consecutive lines of a file, to which that of the lines that follow can be appended.
struct CountedLines: LinePart {
  /// How many lines there are.
  var count = 0
  var statistics = ExampleStatistics()
  /// The longest examples, their lines counted from the part's first.
  var longest = LongestExamples()
  /// What is kept of the examples to find those that are the same.
  var compared = ComparedExamples()
  /// What the file is, as its first bytes show, where it is not a dataset.
  var foreignContent: ForeignContent?
  /// How the part ends.
  var end = PartEnd()

  var isOver: Bool { foreignContent != nil || end.isAtEndOfFile || end.failure != nil }

  /// Appends what was counted in the lines that follow.
  mutating func append(_ next: CountedLines) {
    guard !isOver else { return }
    statistics.append(next.statistics)
    longest.append(next.longest, behind: count)
    compared.append(next.compared, behind: count)
    count += next.count
    let bytesRead = max(end.bytesRead, next.end.bytesRead)
    end = next.end
    end.bytesRead = bytesRead
  }
}
