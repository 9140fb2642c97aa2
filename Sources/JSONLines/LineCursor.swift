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

  // It is given the offset, not the cursor, which so stays in registers.
  @usableFromInline @inline(never)
  static func endOfSpace(in line: LineBytes, from start: Int) -> Int {
    var end = start
    while line.isSpace(at: end) { end &+= 1 }
    return end
  }

  /// Moves over one blank, which is what usually comes after a comma or a colon. The next call passes further white space.
  @inlinable @inline(__always)
  public mutating func skipBlank() { offset &+= line[offset] == 0x20 ? 1 : 0 }

  /// Whether a byte comes next, behind white space, over which the cursor moves.
  @inlinable @inline(__always)
  public mutating func isBefore(_ byte: UInt8) -> Bool {
    if line[offset] == byte { return true }
    // Usually there is no white space before it.
    guard line[offset] <= 0x20 else { return false }
    offset = Self.endOfSpace(in: line, from: offset)
    return line[offset] == byte
  }

  /// Passes a byte, and white space before it; if another comes next, no byte is passed.
  @inlinable @inline(__always)
  public mutating func pass(_ byte: UInt8) -> Bool {
    guard isBefore(byte) else { return false }
    offset &+= 1
    return true
  }

  /// Passes a comma or a colon, the white space before it, and one blank after it; the next call passes what else is white
  /// space there. If another byte comes next, no byte is passed.
  @inlinable @inline(__always)
  public mutating func pass(separator: UInt8) -> Bool {
    guard pass(separator) else { return false }
    skipBlank()
    return true
  }

  /// Passes a key or a string that is expected, and white space before it; if something else comes next, neither is.
  @inlinable @inline(__always)
  public mutating func pass(_ pattern: ShortPattern) -> Bool {
    if !pattern.isThere(in: line, at: offset) {
      guard line[offset] <= 0x20 else { return false }
      offset = Self.endOfSpace(in: line, from: offset)
      guard pattern.isThere(in: line, at: offset) else { return false }
    }
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
