/// Eight bytes that are all asked the same at once. The answers are the bytes' highest bits; other bits mean nothing.
struct EightBytes {
  /// The answer that all are so.
  static let all = each &* 0x80
  /// A byte, eight times.
  static let each: UInt64 = 0x0101_0101_0101_0101

  /// The bytes without their highest bits, so that a sum of two never carries over to the next byte.
  private let low: UInt64
  /// Which are ASCII.
  let areASCII: UInt64

  /// - Parameter word: the bytes, the first in the lowest bits.
  @inline(__always)
  init(_ word: UInt64) { (low, areASCII) = (word & ~Self.all, ~word & Self.all) }

  /// Which are in a range, where they are ASCII; others have any answer.
  @inline(__always)
  func between(_ first: Unicode.Scalar, _ last: Unicode.Scalar) -> UInt64 {
    (low &+ Self.each &* (0x80 - UInt64(first.value))) & ~(low &+ Self.each &* (0x7F - UInt64(last.value)))
  }

  /// Which are a scalar, where they are ASCII; others have any answer.
  @inline(__always)
  func are(_ scalar: Unicode.Scalar) -> UInt64 { between(scalar, scalar) }
}
