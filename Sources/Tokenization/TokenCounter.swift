/// Counts the tokens of texts.
///
/// A text is cut where no piece can be, mostly before spaces; what lies between is merged once and remembered. The memory
/// is used again for the next text.
public struct TokenCounter: ~Copyable {
  private let tokenizer: Tokenizer
  private var merging = Merging()
  private var memory = SegmentMemory()
  /// A text without the characters that stand for spaces.
  private var resolved: [UInt8] = []

  /// The most bytes that are merged at once.
  private static let mostSegmentBytes = 1 << 20

  /// Counts with a tokenizer.
  public init(_ tokenizer: Tokenizer) { self.tokenizer = tokenizer }

  /// How many tokens a text has.
  ///
  /// - Parameter text: valid UTF-8.
  /// A run of a megabyte without a place to cut is cut all the same, which can make one token more of it.
  ///
  /// - Complexity: O(*n* log *n*) in the longest run without a place to cut; memory for a megabyte of it, 36 bytes a character.
  public mutating func count(_ text: Span<UInt8>) -> Int {
    var count = 0
    forEachSegment(of: text) { (part, text, counter) in
      switch part {
      case .token: count += 1
      case .segment(let start, let end, let key):
        if let known = counter.memory.count(of: key) {
          count += known
          return
        }
        counter.merging.merge(text, from: start, to: end, counter.tokenizer.vocabulary)
        var tokens = 0
        counter.merging.forEachToken(text, counter.tokenizer.vocabulary) { _ in tokens += 1 }
        counter.memory.remember(tokens, for: key)
        count += tokens
      }
    }
    return count
  }

  /// The tokens of a text, as ``count(_:)`` counts them.
  ///
  /// - Parameter text: valid UTF-8.
  public mutating func tokens(of text: Span<UInt8>) -> [Int] {
    var tokens: [Int] = []
    forEachSegment(of: text) { (part, text, counter) in
      switch part {
      case .token(let token): tokens.append(Int(token))
      case .segment(let start, let end, _):
        counter.merging.merge(text, from: start, to: end, counter.tokenizer.vocabulary)
        counter.merging.forEachToken(text, counter.tokenizer.vocabulary) { tokens.append(Int($0)) }
      }
    }
    return tokens
  }

  /// A piece of a text that nothing before or after it can change.
  private enum Part {
    /// A token that is found before all others.
    case token(Int32)
    /// What has to be merged, and what it is remembered by.
    case segment(start: Int, end: Int, SegmentMemory.Key)
  }

  private mutating func forEachSegment(
    of text: Span<UInt8>, _ body: (Part, Span<UInt8>, inout TokenCounter) -> Void
  ) {
    guard tokenizer.escapesSpaces, Self.hasEscapedSpace(text) else { return cut(text, body) }
    var resolved = [UInt8]()
    swap(&resolved, &self.resolved)
    resolved.removeAll(keepingCapacity: true)
    var index = 0
    while index < text.count {
      let isSpace = SpaceEscape.isHere(text, index)
      resolved.append(isSpace ? 0x20 : text[index])
      index += isSpace ? 3 : 1
    }
    cut(resolved.span, body)
    swap(&resolved, &self.resolved)
  }

  private static func hasEscapedSpace(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] == 0xE2 {
      if SpaceEscape.isHere(text, index) { return true }
    }
    return false
  }

  @inline(__always)
  private mutating func cut(_ text: Span<UInt8>, _ body: (Part, Span<UInt8>, inout TokenCounter) -> Void) {
    var start = 0
    var previous: UInt32 = 0
    var key = SegmentMemory.Key()
    var offset = 0
    while offset < text.count {
      if tokenizer.vocabulary.mayBeUserDefined(at: offset, in: text),
        let (token, length) = tokenizer.vocabulary.userDefined(at: offset, in: text)
      {
        if start < offset { body(.segment(start: start, end: offset, key), text, &self) }
        body(.token(token), text, &self)
        offset += length
        start = offset
        key = SegmentMemory.Key()
        continue
      }
      let (character, length) = AdjacentCharacters.character(in: text, at: offset)
      if start < offset,
        offset - start >= Self.mostSegmentBytes || !tokenizer.adjacent.contains(previous, character)
      {
        body(.segment(start: start, end: offset, key), text, &self)
        start = offset
        key = SegmentMemory.Key()
      }
      key.add(character, length: length)
      previous = character
      offset += length
    }
    if start < offset { body(.segment(start: start, end: offset, key), text, &self) }
  }
}
