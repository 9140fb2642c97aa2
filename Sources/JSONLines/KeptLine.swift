/// A copy of a part of a line, which stays when the line is gone. Its memory can be used again for another copy.
package struct KeptLine: ~Copyable, Sendable {
  private var storage: LineStorage

  /// A copy of nothing.
  package init() {
    storage = LineStorage(capacity: 8)
    storage.terminate(at: 0)
  }

  /// Copies a part of a line, in place of what was copied before. O(length of the range).
  package mutating func copy(_ range: Range<Int>, of line: LineBytes) {
    storage.replace(with: range, of: line)
  }

  /// Copies bytes without a line feed, in place of what was copied before. O(number of bytes).
  package mutating func copy(_ bytes: [UInt8]) { storage.replace(with: bytes) }

  /// The copy, as a line; it must not be used once this value is gone or has another copy.
  package var line: LineBytes { storage.line(from: 0, count: storage.count) }
}
