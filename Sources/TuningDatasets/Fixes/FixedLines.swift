import Diagnostics

/// What consecutive lines of a file become.
struct FixedLines: LinePart {
  /// Blank lines that go if a line follows that is not blank.
  struct BlankLines: Codable {
    /// Their bytes; so many lines at the end of a file that it is no use to keep them have none.
    private(set) var bytes: [UInt8] = []
    private(set) var lines = 0

    /// The most bytes that are kept.
    private static let mostBytes = 1 << 16

    var isEmpty: Bool { lines == 0 }
    /// Whether they were too many to be kept.
    var areDropped: Bool { lines > 0 && bytes.isEmpty }

    mutating func append(_ bytes: [UInt8], lines: Int = 1) {
      let isTooLong = areDropped
      self.lines += lines
      if isTooLong || bytes.isEmpty || self.bytes.count + bytes.count > Self.mostBytes {
        self.bytes = []
      } else {
        self.bytes += bytes
      }
    }
  }

  /// How many lines were read.
  var count = 0
  /// What they become, ready to be written.
  var bytes: [UInt8] = []
  /// The blank lines at their end.
  var blankLines = BlankLines()
  /// Whether one of them is not blank.
  var hasExample = false
  /// Whether carriage returns were taken away.
  var hadCarriageReturns = false
  /// How many findings are fixed, by rule.
  var fixed: [RuleCode: Int] = [:]
  /// Which lines were changed, if that is asked for.
  var changes = ChangedLines()
  /// How the part ends.
  var end = PartEnd()

  var isOver: Bool { end.isAtEndOfFile || end.failure != nil }

  /// Counts a fixed finding.
  mutating func count(_ code: RuleCode, times: Int = 1) { fixed[code, default: 0] += times }

  /// Takes the blank lines away, because a line follows that is not blank.
  mutating func removeBlankLines(before line: Int, notingChanges: Bool) {
    if blankLines.isEmpty { return }
    count(BlankLine.description.code, times: blankLines.lines)
    if notingChanges { changes.add(line - blankLines.lines, lines: blankLines.lines, become: 0) }
    blankLines = BlankLines()
  }

  /// Appends the lines that follow, whose bytes are written.
  mutating func append(_ next: FixedLines, notingChanges: Bool) {
    if next.hasExample {
      removeBlankLines(before: count + 1, notingChanges: notingChanges)
      blankLines = next.blankLines
    } else if !next.blankLines.isEmpty {
      blankLines.append(next.blankLines.bytes, lines: next.blankLines.lines)
    }
    hasExample = hasExample || next.hasExample
    hadCarriageReturns = hadCarriageReturns || next.hadCarriageReturns
    fixed.merge(next.fixed, uniquingKeysWith: +)
    changes.append(next.changes, behind: count)
    count += next.count
    let bytesRead = max(end.bytesRead, next.end.bytesRead)
    end = next.end
    end.bytesRead = bytesRead
  }
}
