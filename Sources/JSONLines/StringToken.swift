/// A string in a line: where its content begins and ends, and what it holds.
@frozen
public struct StringToken: Sendable, Equatable {
  /// What a string holds; see `tk_string_scan` for the bits.
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
  }

  /// The offset of the first byte behind the opening quote.
  public let start: Int
  /// The offset of the closing quote.
  public let end: Int
  /// What the string holds.
  public let traits: Traits

  /// A token that is nowhere.
  @inlinable public static var none: StringToken { StringToken(start: -1, end: -1, traits: []) }

  /// A string whose content begins and ends at two offsets.
  @inlinable
  public init(start: Int, end: Int, traits: Traits) {
    self.start = start
    self.end = end
    self.traits = traits
  }

  /// The length of the raw content, escapes as they are written.
  @inlinable public var count: Int { end - start }
}
