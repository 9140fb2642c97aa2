/// What fills the placeholders of a finding's message and remedy, as bytes.
package struct FindingArguments: Sendable {
  /// All of them, one behind the other.
  package private(set) var bytes: [UInt8] = []
  /// Where each ends.
  private var ends: [Int] = []

  /// No arguments.
  package init() {}

  /// How many there are.
  package var count: Int { ends.count }

  /// Where one is in `bytes`.
  package subscript(index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// Removes all, and keeps the memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Adds one that is written.
  @inline(__always)
  package mutating func append(_ write: (inout [UInt8]) -> Void) {
    write(&bytes)
    ends.append(bytes.count)
  }

  /// Becomes a copy, in its own memory.
  package mutating func copy(_ other: FindingArguments) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: other.bytes)
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: other.ends)
  }

  /// All as text.
  var texts: [String] { (0..<count).map { String(decoding: bytes[self[$0]], as: UTF8.self) } }

  /// Whether one is that of others with the same index.
  package func isSame(_ index: Int, in other: FindingArguments) -> Bool {
    guard index < other.count else { return false }
    let (own, others) = (self[index], other[index])
    return own.count == others.count
      && bytes.span.extracting(own).hasSameBytes(as: other.bytes.span.extracting(others))
  }

  /// Whether they are the same as others.
  package func areSame(as other: FindingArguments) -> Bool {
    ends == other.ends && bytes.span.hasSameBytes(as: other.bytes.span)
  }
}

extension Span<UInt8> {
  /// Whether the bytes are those of another span that is as long, or longer.
  package func hasSameBytes(as other: Span<UInt8>) -> Bool {
    guard count <= other.count else { return false }
    // Without an early end, the compiler looks at many bytes at a time.
    var difference: UInt8 = 0
    for index in indices { difference |= self[index] ^ other[index] }
    return difference == 0
  }
}
