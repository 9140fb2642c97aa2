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
    length = name.utf8.count
    var words = [3 of UInt64](repeating: 0)
    var masks = [3 of UInt64](repeating: 0)
    for (place, byte) in ([UInt8(ascii: "\"")] + name.utf8 + [UInt8(ascii: "\"")]).prefix(24).enumerated() {
      words[place / 8] |= UInt64(byte) << UInt64(place % 8 * 8)
      masks[place / 8] |= 0xFF << UInt64(place % 8 * 8)
    }
    // A bit outside the mask is never met.
    self.words = (length <= 22 ? words[0] : .max, words[1], words[2])
    self.masks = (length <= 22 ? masks[0] : 0, masks[1], masks[2])
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
