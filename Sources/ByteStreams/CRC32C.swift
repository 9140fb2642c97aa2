/// The checksum CRC-32C (RFC 3720, appendix B.4), which Cloud Storage keeps of every object.
public struct CRC32C: Equatable, Sendable {
  /// The checksum of the bytes added so far; 0 for none.
  public private(set) var value: UInt32 = 0

  /// The checksum of no bytes.
  public init() {}

  /// Adds bytes. O(bytes), many at a time.
  public mutating func add(_ bytes: Span<UInt8>) { value = UnsafeBoundary.crc32c(value, bytes) }
}
