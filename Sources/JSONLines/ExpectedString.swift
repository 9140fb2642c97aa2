/// A key or a string that is expected at a place.
public protocol ExpectedString {
  /// The length in bytes, without its quotes.
  var length: Int { get }

  /// Whether it is at an offset, its opening quote the first byte.
  func isThere(in line: LineBytes, at offset: Int) -> Bool
}

/// A key or a string of at most six bytes: with its quotes it is one word, and comparing that takes the fewest steps.
///
///     "text"       bytes   " t e x t " ?  ?      word   22 74 65 78 74 22 00 00
///                                                mask   FF FF FF FF FF FF 00 00
@frozen
public struct ShortPattern: ExpectedString, Sendable {
  /// The length in bytes, without its quotes.
  public let length: Int
  @usableFromInline let word: UInt64
  @usableFromInline let mask: UInt64

  /// A pattern for a string of plain ASCII.
  ///
  /// - Precondition: it has at most six bytes.
  public init(_ string: String) {
    length = string.utf8.count
    precondition(length <= 6, "the string does not fit into a word")
    var (word, mask): (UInt64, UInt64) = (0, 0)
    for (place, byte) in "\"\(string)\"".utf8.enumerated() {
      word |= UInt64(byte) << UInt64(8 * place)
      mask |= 0xFF << UInt64(8 * place)
    }
    (self.word, self.mask) = (word, mask)
  }

  /// Whether it is at an offset, its opening quote the first byte.
  @inlinable @inline(__always)
  public func isThere(in line: LineBytes, at offset: Int) -> Bool { line.word(at: offset) & mask == word }
}
