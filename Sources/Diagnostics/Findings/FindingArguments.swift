/// What fills the placeholders of a finding's message and remedy, as bytes.
package struct FindingArguments: Sendable {
  /// All of them, one behind the other.
  package var bytes: [UInt8] = []
  /// Where each ends.
  private var ends = InlineArray<10, Int>(repeating: 0)
  /// How many there are.
  package private(set) var count = 0

  /// No arguments.
  package init() {}

  /// Where one is in `bytes`.
  package subscript(index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// Removes all, and keeps the memory.
  package mutating func removeAll() {
    bytes.clear()
    count = 0
  }

  /// Ends one whose bytes were appended. Those behind the tenth have no placeholders.
  package mutating func endArgument() {
    if count == ends.count { return bytes.removeLast(bytes.count - ends[count - 1]) }
    ends[count] = bytes.count
    count += 1
  }

  /// Adds one.
  package mutating func append(_ argument: Span<UInt8>) {
    bytes.append(argument)
    endArgument()
  }

  /// Becomes a copy, in its own memory.
  package mutating func copy(_ other: FindingArguments) {
    bytes.copy(other.bytes.span)
    (ends, count) = (other.ends, other.count)
  }

  /// All as text.
  var texts: [String] { (0..<count).map { String(decoding: bytes[self[$0]], as: UTF8.self) } }

  /// Whether one is that of others with the same index.
  package func isSame(_ index: Int, in other: FindingArguments) -> Bool {
    index < other.count
      && bytes.span.extracting(self[index]).isSame(as: other.bytes.span.extracting(other[index]))
  }

  /// A bit for each that others have not, or not the same.
  package func changes(to other: FindingArguments) -> UInt16 {
    var changes: UInt16 = 0
    for index in 0..<max(count, other.count) where index >= count || !isSame(index, in: other) {
      changes |= 1 << UInt16(index)
    }
    return changes
  }

  /// Whether they are the same as others.
  package func areSame(as other: FindingArguments) -> Bool {
    guard count == other.count else { return false }
    for index in 0..<count where ends[index] != other.ends[index] { return false }
    return bytes.span.isSame(as: other.bytes.span)
  }
}
