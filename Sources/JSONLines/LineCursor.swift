/// A place in a line that passes what is expected there. It looks at JSON before a reader does, and moves no reader.
@frozen
public struct LineCursor {
  @usableFromInline let line: LineBytes
  /// The offset of the byte that comes next.
  public var offset: Int

  /// A cursor at an offset.
  @inlinable @inline(__always)
  public init(_ line: LineBytes, at offset: Int) {
    self.line = line
    self.offset = offset
  }

  /// Moves over white space.
  @inlinable @inline(__always)
  public mutating func skipSpace() {
    // Usually no white space comes here, or one blank.
    guard line[offset] <= 0x20 else { return }
    if line[offset] == 0x20 { offset &+= 1 }
    if line[offset] <= 0x20 { offset = Self.endOfSpace(in: line, from: offset) }
  }

  // It is given the offset, not the cursor, which so stays in registers.
  @usableFromInline @inline(never)
  static func endOfSpace(in line: LineBytes, from start: Int) -> Int {
    var end = start
    while line.isSpace(at: end) { end &+= 1 }
    return end
  }

  /// Passes a byte, and white space before it; if another comes next, no byte is passed.
  @inlinable @inline(__always)
  public mutating func pass(_ byte: UInt8) -> Bool {
    skipSpace()
    guard line[offset] == byte else { return false }
    offset &+= 1
    return true
  }

  /// Passes a key or a string that is expected, and white space before it; if something else comes next, neither is.
  @inlinable @inline(__always)
  public mutating func pass(_ pattern: ShortPattern) -> Bool {
    skipSpace()
    guard pattern.isThere(in: line, at: offset) else { return false }
    offset &+= pattern.length &+ 2
    return true
  }
}

extension LineBytes {
  /// Whether the byte at an offset is white space within a line.
  @inlinable
  func isSpace(at offset: Int) -> Bool {
    self[offset] == 0x20 || self[offset] == 0x09 || self[offset] == 0x0D
  }
}
