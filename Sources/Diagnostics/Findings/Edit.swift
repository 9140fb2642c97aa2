/// A change of a file's bytes that would fix a finding.
public struct Edit: Sendable, Equatable, Codable {
  /// The bytes that are replaced, counted from the beginning of the uncompressed data; empty for an insertion.
  public let range: Range<Int>
  /// What takes their place.
  public let replacement: [UInt8]
  /// Whether the change keeps the meaning of the data, so that it needs no look at it.
  public let isSafe: Bool

  /// Describes a change.
  public init(range: Range<Int>, replacement: [UInt8], isSafe: Bool) {
    self.range = range
    self.replacement = replacement
    self.isSafe = isSafe
  }
}
