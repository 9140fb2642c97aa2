public import ByteStreams
import JSONLines

/// What fixing changes in a file, line by line, as `diff -u` shows it and `patch` applies it. The bytes are those of the data.
///
///     --- train.jsonl
///     +++ train.jsonl
///     @@ -1,4 +1,4 @@
///      {"contents": …}
///     -{"contents": …},
///     +{"contents": …}
public struct UnifiedDiff: ~Copyable {
  /// Lines that are shown together: changed ones, and those around them.
  private struct Hunk {
    var runs: [ChangedLines.Run]
    /// The lines of the old file.
    var lines: Range<Int>
    /// How many lines the new file has in their place.
    var newCount: Int { runs.reduce(lines.count) { $0 + $1.after - $1.before } }
  }

  /// How many unchanged lines are shown before a change and after it.
  private static let context = 3

  private var old: DiffedLines
  private var new: DiffedLines
  private let hunks: [Hunk]
  private let path: String

  /// Opens a file that was fixed, with the lines that were changed.
  ///
  /// - Throws: why it cannot be read, in a line.
  public init(of file: FixedFile) throws(ByteStreamError) {
    let old = try DiffedLines(file.original)
    let new = try DiffedLines(file.fixed)
    self.old = old
    self.new = new
    hunks = Self.hunks(of: file.changes, linesInAll: file.lines)
    path = file.path == ByteStream.standardInputPath ? "standard input" : file.path
  }

  private static func hunks(of changes: ChangedLines, linesInAll: Int) -> [Hunk] {
    var hunks: [Hunk] = []
    for run in changes.runs {
      let end = min(linesInAll + 1, run.first + run.before + context)
      let start = max(1, run.first - context)
      if let last = hunks.last, start <= last.lines.upperBound {
        hunks[hunks.count - 1].runs.append(run)
        hunks[hunks.count - 1].lines = last.lines.lowerBound..<end
      } else {
        hunks.append(Hunk(runs: [run], lines: start..<end))
      }
    }
    return hunks
  }

  /// Writes the difference, line by line.
  ///
  /// - Throws: why a file cannot be read again, and what `write` throws.
  public consuming func write(to write: ([UInt8]) -> Void) throws(ByteStreamError) {
    if hunks.isEmpty { return }
    write(Array("--- \(name)\n+++ \(name)\n".utf8))
    var shift = 0
    for hunk in hunks {
      let (start, count) = (hunk.lines.lowerBound, hunk.lines.count)
      // Of no lines, the one before is named.
      let newStart = hunk.newCount == 0 ? start + shift - 1 : start + shift
      write(Array("@@ -\(start),\(count) +\(newStart),\(hunk.newCount) @@\n".utf8))
      try old.skip(to: start)
      try new.skip(to: start + shift)
      for run in hunk.runs {
        try writeContext(upTo: run.first, write)
        for _ in 0..<run.before { try write(old.next(marked: "-")) }
        for _ in 0..<run.after { try write(new.next(marked: "+")) }
      }
      try writeContext(upTo: hunk.lines.upperBound, write)
      shift += hunk.newCount - count
    }
  }

  private mutating func writeContext(upTo end: Int, _ write: ([UInt8]) -> Void) throws(ByteStreamError) {
    while old.number < end {
      try write(old.next(marked: " "))
      try new.skip(to: new.number + 1)
    }
  }

  /// The path as `patch` reads it: in quotes with escapes if a character would end it.
  private var name: String {
    guard
      path.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == "\"" || $0 == "\\" || $0.value == 0x7F })
    else { return path.contains(" ") ? path + "\t" : path }
    var quoted = "\""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): quoted += "\\" + String(UnicodeScalar(byte))
      case ..<0x20, 0x7F...:
        quoted +=
          "\\" + String(repeating: "0", count: byte < 8 ? 2 : byte < 64 ? 1 : 0) + String(byte, radix: 8)
      default: quoted += String(UnicodeScalar(byte))
      }
    }
    return quoted + "\""
  }
}

/// The lines of a file, one after the other.
private struct DiffedLines: ~Copyable {
  private var stream: ByteStream
  private var buffer = LineBuffer(blockLength: 1 << 18, maximumLineLength: Limits.largestMaximumLineBytes)
  /// The number of the line that comes next.
  private(set) var number = 1

  init(_ path: String) throws(ByteStreamError) { stream = try ByteStream(path: path) }

  /// Passes lines, up to the one with a number.
  mutating func skip(to number: Int) throws(ByteStreamError) {
    while self.number < number { _ = try next(marked: nil) }
  }

  /// The next line with a mark before it.
  mutating func next(marked mark: Unicode.Scalar?) throws(ByteStreamError) -> [UInt8] {
    number += 1
    while true {
      if let element = buffer.next() {
        guard let mark, case .line(let line, _, let endsInLineFeed) = element else { return [] }
        var bytes = [UInt8(truncatingIfNeeded: mark.value)]
        line.append(0..<line.count, to: &bytes)
        bytes.append(0x0A)
        return endsInLineFeed ? bytes : bytes + Array("\\ No newline at end of file\n".utf8)
      }
      let hasMore = try buffer.fill { (span: inout MutableSpan<UInt8>) throws(ByteStreamError) in
        try stream.read(into: &span)
      }
      // The file has become shorter meanwhile.
      if !hasMore, buffer.isFinished { return [] }
    }
  }
}
