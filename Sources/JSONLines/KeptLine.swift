/// A copy of a part of a line, which stays when the line is gone.
package struct KeptLine: ~Copyable, Sendable {
  private let storage: LineStorage

  /// Copies a part of a line. O(length of the range).
  package init(copying range: Range<Int>, of line: LineBytes) {
    var storage = LineStorage(capacity: range.count + 1)
    _ = storage.append(limit: range.count) { span in
      for index in 0..<span.count { span[index] = line[range.lowerBound + index] }
      return span.count
    }
    storage.terminate(at: storage.count)
    self.storage = storage
  }

  /// The copy, as a line; it must not be used once this value is gone.
  package var line: LineBytes { storage.line(from: 0, count: storage.count) }
}
