/// Up to 64 bytes that are expected at a place, compared eight at a time.
///
///     "}]}, …      bytes   " } ] } ?  ? ? ?      word 0   22 7D 5D 7D 00 00 00 00
///                                                mask 0   FF FF FF FF 00 00 00 00
@frozen
public struct ByteFrame: Sendable {
  /// How many bytes can be expected.
  public static var maximumCount: Int { 64 }

  /// How many bytes are expected.
  public let count: Int
  @usableFromInline typealias Words = (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)
  @usableFromInline var words: Words = (0, 0, 0, 0, 0, 0, 0, 0)
  @usableFromInline var masks: Words = (0, 0, 0, 0, 0, 0, 0, 0)

  /// Expects bytes, at most ``maximumCount``.
  public init(_ bytes: some Collection<UInt8>) {
    precondition(bytes.count <= Self.maximumCount)
    count = bytes.count
    words = Self.words(of: bytes)
    masks = Self.words(of: bytes.map { _ in 0xFF })
  }

  private static func words(of bytes: some Collection<UInt8>) -> Words {
    func word(_ index: Int) -> UInt64 {
      bytes.dropFirst(8 * index).prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    return (word(0), word(1), word(2), word(3), word(4), word(5), word(6), word(7))
  }
}

extension LineBytes {
  /// Whether the bytes of a frame are at an offset. O(1).
  @inlinable @inline(__always)
  public func has(_ frame: ByteFrame, at offset: Int) -> Bool {
    // Sound where the frame is longer than the rest of the line: what it expects contains no line feed, and up to 64 bytes
    // after one can be read.
    word(at: offset) & frame.masks.0 == frame.words.0
      && word(at: offset &+ 8) & frame.masks.1 == frame.words.1
      && word(at: offset &+ 16) & frame.masks.2 == frame.words.2
      && word(at: offset &+ 24) & frame.masks.3 == frame.words.3
      && word(at: offset &+ 32) & frame.masks.4 == frame.words.4
      && word(at: offset &+ 40) & frame.masks.5 == frame.words.5
      && word(at: offset &+ 48) & frame.masks.6 == frame.words.6
      && word(at: offset &+ 56) & frame.masks.7 == frame.words.7
  }
}
