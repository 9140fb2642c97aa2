import JSONLines
import Tokenization

/// Counts the tokens of texts of a line, by an estimate or exactly.
struct TextTokenCounter: ~Copyable {
  /// Nil for an estimate.
  private var exact: Exact?
  private let estimator = TokenEstimator()

  init(_ counting: TokenCounting) {
    switch counting {
    case .estimate: exact = nil
    case .vocabulary(let tokenizer): exact = Exact(tokenizer)
    }
  }

  /// How many tokens a text has, in thousandths.
  mutating func count(_ text: StringToken, of line: LineBytes) -> Int {
    if let count = exact?.count(text, of: line) { return 1000 * count }
    return estimator.estimate(of: text.start..<text.end, in: line).thousandths
  }

  /// Counts with a vocabulary.
  private struct Exact: ~Copyable {
    private var counter: TokenCounter
    /// A text without its escapes.
    private var unescaped: [UInt8] = []

    init(_ tokenizer: Tokenizer) { counter = TokenCounter(tokenizer) }

    mutating func count(_ text: StringToken, of line: LineBytes) -> Int {
      guard text.traits.contains(.hasEscape) else {
        return line.withBytes(in: text.start..<text.end) { counter.count($0) }
      }
      unescaped.removeAll(keepingCapacity: true)
      line.unescape(text, into: &unescaped)
      let bytes = unescaped
      return counter.count(bytes.span)
    }
  }
}
