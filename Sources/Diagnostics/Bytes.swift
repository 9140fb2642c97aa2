#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The place of this target with unsafe code. Every pointer made here comes from a span inside its `withUnsafe…` closure, and is gone
// when the closure returns.

extension OutputSpan<UInt8> {
  /// Appends bytes, for which there must be room.
  @inlinable package mutating func append(_ bytes: Span<UInt8>) {
    precondition(bytes.count <= freeCapacity)
    unsafe withUnsafeMutableBufferPointer { target, count in
      unsafe bytes.withUnsafeBufferPointer {
        // Sound: there is room for so many bytes. Without bytes, there may be no address.
        if let start = target.baseAddress, let source = $0.baseAddress {
          unsafe (start + count).initialize(from: source, count: $0.count)
        }
      }
      count += bytes.count
    }
  }
}

extension [UInt8] {
  /// Appends bytes that are elsewhere.
  package mutating func append(_ bytes: Span<UInt8>) {
    if bytes.isEmpty { return }
    // Sound: the address is that of the span's bytes, which are there until this returns.
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Becomes a copy of other bytes, in its own memory.
  package mutating func copy(_ bytes: Span<UInt8>) {
    // Sound: as above.
    unsafe bytes.withUnsafeBufferPointer { unsafe replaceSubrange(0..<count, with: $0) }
  }

  /// Removes all bytes, and keeps the memory.
  package mutating func clear() {
    if !isEmpty { removeAll(keepingCapacity: true) }
  }
}

extension Span<UInt8> {
  /// Whether the bytes are those of another span.
  package func isSame(as other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    return unsafe withUnsafeBufferPointer { left in
      unsafe other.withUnsafeBufferPointer { right in
        // Sound: both are as long as the left one. Without bytes, they may have no address.
        guard let start = left.baseAddress, let otherStart = right.baseAddress else { return true }
        return unsafe memcmp(start, otherStart, left.count) == 0
      }
    }
  }

  /// How many bytes are the same at the beginning of another span.
  func countOfSame(as other: Span<UInt8>) -> Int {
    let most = Swift.min(count, other.count)
    var same = 0
    while same < most, self[same] == other[same] { same += 1 }
    return same
  }
}

// MARK: Numbers

extension OutputSpan<UInt8> {
  /// The most bytes that a number takes.
  static var mostNumberBytes: Int { 10 }

  /// Appends a number in groups of seven bits, the lowest first.
  @inline(__always)
  mutating func append(number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}

extension Span<UInt8> {
  /// Reads such a number at an offset, which becomes that behind it.
  @inline(__always)
  func number(at offset: inout Int) -> Int {
    var (number, shift) = (UInt(0), UInt(0))
    while true {
      let byte = self[offset]
      offset += 1
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: number) }
      shift += 7
    }
  }
}
