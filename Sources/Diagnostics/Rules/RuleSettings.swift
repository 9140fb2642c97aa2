/// Which rules run, and how many of their findings are kept.
///
/// The rules are those that are on by default, unless the user selects others, less those the user ignores. Settings are
/// made once, before any work, and are the same for datasets and jobs.
public struct RuleSettings: Sendable {
  /// A pattern that matches no rule.
  public struct UnknownPattern: Error, Equatable {
    /// The pattern as it was written.
    public let pattern: String
  }

  /// The rules that can be selected.
  public let book: RuleBook
  /// The findings that are kept for each rule and file; 0 for all. Counts are exact in any case.
  public var maximumFindings = 20 {
    didSet { precondition(maximumFindings >= 0, "a number of findings is not negative") }
  }
  /// The rules that were selected by their full code, by name, or by `ALL`.
  public private(set) var namedRules: Set<RuleCode> = []
  /// The rules that run, by the number of their code.
  private var isSelected = ContiguousArray(repeating: false, count: RuleCode.tableLength)

  /// Selects the rules that are on by default.
  public init(_ book: RuleBook) {
    self.book = book
    for rule in book.rules where !rule.isOffByDefault { isSelected[rule.code.number] = true }
  }

  /// Reads patterns: codes (`TK401`), prefixes of codes (`TK4`), names (`unknown-role`), and `ALL`, in either case.
  ///
  /// - Parameters:
  ///   - select: the rules that run in place of those that are on by default. A prefix takes only rules that are on by
  ///     default; a code, a name and `ALL` take any. Empty for the default.
  ///   - extendSelect: the rules that run as well.
  ///   - ignore: the rules that do not run, even if they are selected.
  /// - Throws: ``UnknownPattern`` for a pattern that matches no rule.
  public init(
    _ book: RuleBook, select: [String], extendSelect: [String] = [], ignore: [String]
  ) throws(UnknownPattern) {
    self.init(book)
    if !select.isEmpty { isSelected = ContiguousArray(repeating: false, count: RuleCode.tableLength) }
    for pattern in select + extendSelect {
      let (rules, isByPrefix) = try Self.rules(of: book, matching: pattern)
      for rule in rules where !isByPrefix || !rule.isOffByDefault {
        isSelected[rule.code.number] = true
        if !isByPrefix { namedRules.insert(rule.code) }
      }
    }
    for pattern in ignore {
      for rule in try Self.rules(of: book, matching: pattern).rules {
        isSelected[rule.code.number] = false
        namedRules.remove(rule.code)
      }
    }
  }

  /// Selects one more rule, as its full code does.
  public mutating func select(_ code: RuleCode) {
    isSelected[code.number] = true
    namedRules.insert(code)
  }

  /// Whether a rule runs, so that its findings are shown.
  public func contains(_ code: RuleCode) -> Bool { isSelected[code.number] }

  /// The rules that run, in the order of their codes.
  public var codes: [RuleCode] { book.rules.map(\.code).filter(contains) }

  /// The rules that find errors and are on by default, but do not run. Unless there are none, data and jobs without a
  /// finding may have errors.
  public var errorsLeftOut: [RuleCode] {
    book.rules.filter { $0.findsErrors && !$0.isOffByDefault && !contains($0.code) }.map(\.code)
  }

  /// Whether the findings of each rule count, by the number of its code: those that are shown, and those that keep a
  /// line or a file from being examined.
  package var counted: ContiguousArray<Bool> {
    var counted = isSelected
    for rule in book.rules where rule.cannotBeUnselected { counted[rule.code.number] = true }
    return counted
  }

  /// Whether the findings of a rule count though they are not shown.
  package func hides(_ code: RuleCode) -> Bool { !isSelected[code.number] }

  /// Whether one more finding of a rule is kept, where so many are.
  package func keeps(_ code: RuleCode, having kept: Int) -> Bool {
    isSelected[code.number] && (maximumFindings == 0 || kept < maximumFindings)
  }

  /// The rules that a pattern matches, and whether it does so by the beginning of their codes.
  private static func rules(
    of book: RuleBook, matching pattern: String
  ) throws(UnknownPattern) -> (rules: [RuleDescription], isByPrefix: Bool) {
    if let rule = book.rule(named: pattern) { return ([rule], false) }
    let code = pattern.uppercased()
    if code == "ALL" { return (book.rules, false) }
    let rules = book.rules.filter { $0.code.description.hasPrefix(code) }
    if rules.isEmpty || !code.hasPrefix("TK") { throw UnknownPattern(pattern: pattern) }
    return (rules, true)
  }
}
