/// A key or a string that is expected at a place, as it appears there with its quotes. Most keys are the expected ones, and
/// comparing three words at once is less work than reading a string.
///
///     "parts"      bytes   " p a r t s " ?  ? ? …      word 0   22 70 61 72 74 73 22 00
///                                                      mask 0   FF FF FF FF FF FF FF 00
@frozen
public struct KeyPattern: Sendable {
  /// The length of the key in bytes, without its quotes.
  public let length: Int
  @usableFromInline let words: (UInt64, UInt64, UInt64)
  @usableFromInline let masks: (UInt64, UInt64, UInt64)

  /// A pattern for a key of plain ASCII; what is longer than 22 bytes is never found.
  public init(_ name: String) {
    let bytes = Array("\"\(name)\"".utf8)
    func word(_ index: Int) -> (bytes: UInt64, mask: UInt64) {
      var word: UInt64 = 0
      var mask: UInt64 = 0
      for (place, byte) in bytes.dropFirst(8 * index).prefix(8).enumerated() {
        word |= UInt64(byte) << UInt64(8 * place)
        mask |= 0xFF << UInt64(8 * place)
      }
      return (word, mask)
    }
    let parts = (word(0), word(1), word(2))
    length = name.utf8.count
    // A bit outside the mask is never met.
    words = (bytes.count <= 24 ? parts.0.bytes : .max, parts.1.bytes, parts.2.bytes)
    masks = (bytes.count <= 24 ? parts.0.mask : 0, parts.1.mask, parts.2.mask)
  }
}

extension KeyPattern: ExpectedString {
  /// Whether it is at an offset, its opening quote the first byte.
  @inlinable @inline(__always)
  public func isThere(in line: LineBytes, at offset: Int) -> Bool {
    guard line.word(at: offset) & masks.0 == words.0 else { return false }
    // Most names are in the first word.
    if masks.1 == 0 { return true }
    return line.word(at: offset &+ 8) & masks.1 == words.1 && line.word(at: offset &+ 16) & masks.2 == words.2
  }
}

extension JSONReader {
  /// Passes the key that comes next, and moves to its value, if it is the one expected; else nothing is done.
  @inlinable @inline(__always)
  public mutating func passKey(_ pattern: some ExpectedString) throws(JSONFault) -> Bool {
    guard pattern.isThere(in: line, at: cursor) else { return false }
    cursor &+= pattern.length &+ 2
    try passColon()
    return true
  }

  /// Passes the string that comes next, if it is the one expected; else nothing is done.
  @inlinable @inline(__always)
  public mutating func passString(_ pattern: some ExpectedString) -> Bool {
    guard pattern.isThere(in: line, at: cursor) else { return false }
    cursor &+= pattern.length &+ 2
    return true
  }
}
