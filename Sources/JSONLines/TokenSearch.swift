/// Tokens that begin with `<`, such as `<start_of_turn>`, and the search for them in strings.
///
/// A search costs little more than reading the string, however many `<` it has.
public struct TokenSearch: ~Copyable, Sendable {
  /// A token in a string.
  public struct Match: Equatable, Sendable {
    /// Which of the tokens.
    public let token: String
    /// Where it is written in the line, its escapes included.
    public let range: Range<Int>
  }

  let table: TokenTable
  private let tokens: [String]
  /// The first eight scalars of each token as a number, the first in its lowest bits, and which of the bits count.
  private let prefixes: [(scalars: UInt64, mask: UInt64)]

  /// - Parameter tokens: what to search for; where several begin at a place, the first of them is found.
  public init(_ tokens: [String]) {
    self.tokens = tokens
    table = TokenTable(tokens)
    prefixes = tokens.map { token in
      let count = min(8, token.unicodeScalars.count)
      return (Self.number(of: token.unicodeScalars), count == 8 ? .max : (1 << UInt64(8 * count)) - 1)
    }
  }

  /// The first token in a range of a string; nil without a token. O(length of the range), and O(length of a token) for each
  /// place that begins like a token.
  ///
  /// - Parameter hasLongEscape: whether the string may have `\u` or `\/`.
  public func first(in range: Range<Int>, of line: LineBytes, hasLongEscape: Bool) -> Match? {
    var start = range.lowerBound
    while let place = line.place(ofTokenOf: self, in: start..<range.upperBound, hasLongEscape: hasLongEscape)
    {
      if let match = match(at: place, in: range, line) { return match }
      start = place + 1
    }
    return nil
  }

  private func match(at place: Int, in range: Range<Int>, _ line: LineBytes) -> Match? {
    if line[place] == UInt8(ascii: "\\"), line.isEscaped(place, from: range.lowerBound) { return nil }
    let here = line.scalars(in: place..<range.upperBound)
    let number = Self.number(of: ScalarsAlone(here))
    for index in tokens.indices where number & prefixes[index].mask == prefixes[index].scalars {
      if let end = here.end(of: tokens[index]) { return Match(token: tokens[index], range: place..<end) }
    }
    return nil
  }

  /// The first eight scalars, each cut to 8 bits.
  private static func number(of scalars: some Sequence<Unicode.Scalar>) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    for scalar in scalars {
      number |= UInt64(scalar.value & 0xFF) << shift
      shift += 8
      if shift == 64 { break }
    }
    return number
  }
}

/// The scalars of a string without their places.
private struct ScalarsAlone: Sequence, IteratorProtocol {
  private var scalars: StringScalars

  init(_ scalars: StringScalars) { self.scalars = scalars }

  mutating func next() -> Unicode.Scalar? { scalars.next()?.scalar }
}

extension LineBytes {
  /// Whether the byte at a place of a string is escaped by a backslash before it. O(number of backslashes before it).
  fileprivate func isEscaped(_ place: Int, from start: Int) -> Bool {
    var first = place
    while first > start, self[first - 1] == UInt8(ascii: "\\") { first -= 1 }
    return (place - first) % 2 == 1
  }
}
