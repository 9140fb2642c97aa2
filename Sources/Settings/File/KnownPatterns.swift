import Diagnostics

/// Patterns of rules, among which others are looked for that mean the same rules, such as a code and its rule's name.
struct KnownPatterns {
  private let book: RuleBook
  /// The patterns, by the first of their rules; patterns of the same rules say the same in other letters.
  private var patterns: [RuleCode: [(pattern: String, specificity: Int)]] = [:]

  /// Begins without patterns.
  init(_ book: RuleBook) { self.book = book }

  /// Adds a pattern. One that matches no rule is left out.
  mutating func add(_ pattern: String) {
    guard let match = book.rules(matching: pattern), let first = match.rules.first else { return }
    patterns[first.code, default: []].append((pattern, match.specificity))
  }

  /// A pattern with the same rules that is as specific; nil if there is none. Less specific ones give way, so they
  /// contradict nothing.
  func same(as pattern: String) -> String? {
    guard let match = book.rules(matching: pattern), let first = match.rules.first else { return nil }
    return patterns[first.code]?.first { $0.specificity == match.specificity }?.pattern
  }
}
