public import CByteKernels

/// A digest of JSON values that does not depend on how they are written: the order of an object's members, white space,
/// escapes and the spelling of numbers make no difference.
///
/// It is a sum over the leaves of the values, each hashed with the path that leads to it, so that the digest of a part can be
/// subtracted. It is the same in every run. Two values that differ have equal digests by a chance of at most about 2⁻⁶⁴.
@frozen
public struct ContentDigest: Sendable, Hashable, Codable {
  /// The lower half.
  public var low: UInt64
  /// The higher half.
  public var high: UInt64

  /// What leads to a value: the keys and places of the objects and arrays around it.
  @frozen
  public struct Path: Sendable, Equatable {
    @usableFromInline let value: UInt64

    @inlinable init(value: UInt64) { self.value = value }

    /// The path of a whole document.
    @inlinable public static var root: Path { Path(value: 0x2D35_8DCC_AA6C_78A5) }

    /// The path of an object's member.
    ///
    /// - Parameter key: the hash of its key.
    @inlinable @inline(__always)
    public func member(_ key: UInt64) -> Path { Path(value: tk_path_of_member(value, key)) }

    /// The path of an array's element, counted from 0.
    @inlinable @inline(__always)
    public func element(_ index: Int) -> Path {
      Path(value: tk_path_of_element(value, UInt64(truncatingIfNeeded: index)))
    }
  }

  /// The digest of no values.
  @inlinable public static var zero: ContentDigest { ContentDigest(low: 0, high: 0) }

  /// A digest of its halves.
  @inlinable
  public init(low: UInt64, high: UInt64) { (self.low, self.high) = (low, high) }

  @inlinable init(_ digest: tk_digest) { self.init(low: digest.low, high: digest.high) }

  /// A digest of a fact about a place that is not a JSON value of its own.
  @inlinable @inline(__always)
  public init(of word: UInt64, at path: Path) {
    self.init(tk_digest_leaf(tk_digest(low: word, high: 1), path.value))
  }

  /// Adds the digest of other values.
  @inlinable @inline(__always)
  public static func += (left: inout ContentDigest, right: ContentDigest) {
    left.low &+= right.low
    left.high &+= right.high
  }

  /// Takes the digest of some of the values away.
  @inlinable @inline(__always)
  public static func - (left: ContentDigest, right: ContentDigest) -> ContentDigest {
    ContentDigest(low: left.low &- right.low, high: left.high &- right.high)
  }
}
