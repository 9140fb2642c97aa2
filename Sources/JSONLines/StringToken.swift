/// A string in a line: where its content begins and ends, and what it contains.
@frozen
public struct StringToken: Sendable, Equatable {
  /// What a string contains; see `tk_string_scan` for the bits.
  @frozen
  public struct Traits: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt32

    /// Traits from their bits.
    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A backslash.
    public static var hasEscape: Traits { Traits(rawValue: 1) }
    /// A byte from 0x80 on.
    public static var hasNonASCII: Traits { Traits(rawValue: 2) }
    /// Perhaps `<`, raw or escaped: to be looked at more closely.
    public static var mayHaveLessThan: Traits { Traits(rawValue: 4) }
    /// U+FFFD, raw or escaped.
    public static var hasReplacementCharacter: Traits { Traits(rawValue: 8) }
    /// `\u` or `\/`, which are not always the shortest form of what they mean.
    public static var hasLongEscape: Traits { Traits(rawValue: 16) }
  }

  // 32 bits, since a token is kept for most of what is read, and lines are shorter than that.
  @usableFromInline let first: Int32
  @usableFromInline let last: Int32
  /// What the string contains.
  public let traits: Traits

  /// The offset of the first byte after the opening quote.
  @inlinable public var start: Int { Int(first) }
  /// The offset of the closing quote.
  @inlinable public var end: Int { Int(last) }

  /// A token that is nowhere.
  @inlinable public static var none: StringToken { StringToken(start: -1, end: -1, traits: []) }

  /// A string whose content begins and ends at two offsets.
  @inlinable
  public init(start: Int, end: Int, traits: Traits) {
    first = Int32(truncatingIfNeeded: start)
    last = Int32(truncatingIfNeeded: end)
    self.traits = traits
  }

  /// 1 where it may have escapes that are not the shortest form of what they mean, for the kernels; else 0.
  @inlinable var mayShorten: Int32 { traits.contains(.hasLongEscape) ? 1 : 0 }

  /// The length of the raw content, escapes as they are written.
  @inlinable public var count: Int { end - start }
}
