/// Which rules run, how severe their findings are, and how many of them are kept.
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
  /// The findings that are kept for each rule and file, unless the settings say otherwise.
  public static let usualMaximumFindings = 20

  /// The findings that are kept for each rule and file; 0 for all. Counts are exact in any case.
  public var maximumFindings = Self.usualMaximumFindings {
    didSet { precondition(maximumFindings >= 0, "a number of findings is not negative") }
  }
  /// Where findings are kept that are too many for memory; nil to keep all in memory.
  package var storage: (any FindingStorage)?
  /// The rules that were selected by their full code, by name, or by `ALL`.
  public private(set) var namedRules: Set<RuleCode> = []
  /// The severities that the user gives to rules, by the number of their code; empty if there are none.
  private var severities: ContiguousArray<Severity?> = []
  /// The rules that run, by the number of their code.
  private var isSelected = ContiguousArray(repeating: false, count: RuleCode.tableLength)
  /// Whether the findings of each rule count, by the number of its code: those that are shown, and those that keep a
  /// line or a file from being examined. All ledgers share it.
  package private(set) var counted: ContiguousArray<Bool> = []

  /// Selects the rules that are on by default.
  public init(_ book: RuleBook) {
    self.book = book
    for rule in book.rules where !rule.isOffByDefault { isSelected[rule.code.number] = true }
    noteCounted()
  }

  private mutating func noteCounted() {
    counted = isSelected
    for rule in book.rules where rule.cannotBeUnselected { counted[rule.code.number] = true }
  }

  /// Reads patterns: codes (`TK401`), prefixes of codes (`TK4`), names (`unknown-role`), and `ALL`, in either case.
  ///
  /// Where several patterns match a rule, the most specific one decides: a code or a name before a prefix, a longer prefix
  /// before a shorter one, any of them before `ALL`. Of equally specific ones, that of `ignore` decides.
  ///
  /// - Parameters:
  ///   - select: the rules that run in place of those that are on by default. A prefix takes only rules that are on by
  ///     default; a code, a name and `ALL` take any. Empty for the default.
  ///   - extendSelect: the rules that run as well.
  ///   - ignore: the rules that do not run.
  /// - Throws: ``UnknownPattern`` for a pattern that matches no rule.
  public init(
    _ book: RuleBook, select: [String], extendSelect: [String] = [], ignore: [String]
  ) throws(UnknownPattern) {
    self.init(book)
    try apply(
      RuleChoices(select: select.isEmpty ? nil : select, extendSelect: extendSelect, ignore: ignore))
  }

  /// Applies choices to what was chosen before, which they take precedence over.
  ///
  /// - Throws: ``UnknownPattern`` for a pattern that matches no rule.
  public mutating func apply(_ choices: RuleChoices) throws(UnknownPattern) {
    if choices.select != nil {
      isSelected = ContiguousArray(repeating: false, count: RuleCode.tableLength)
      namedRules = []
    }
    let selected = try matches(of: (choices.select ?? []) + choices.extendSelect)
    let ignored = try matches(of: choices.ignore)
    for specificity in Set((selected + ignored).map(\.specificity)).sorted() {
      for match in selected where match.specificity == specificity {
        for rule in match.rules where !match.isPrefix || !rule.isOffByDefault {
          isSelected[rule.code.number] = true
          if !match.isPrefix { namedRules.insert(rule.code) }
        }
      }
      for rule in ignored.filter({ $0.specificity == specificity }).flatMap(\.rules) {
        isSelected[rule.code.number] = false
        namedRules.remove(rule.code)
      }
    }
    noteCounted()
    try setSeverities(choices.severities)
  }

  /// Gives rules their severities, by less specific patterns first. What keeps lines from being examined stays an error.
  private mutating func setSeverities(_ chosen: [RuleChoices.SeverityChoice]) throws(UnknownPattern) {
    if chosen.isEmpty { return }
    if severities.isEmpty { severities = ContiguousArray(repeating: nil, count: RuleCode.tableLength) }
    let matches = try matches(of: chosen.map(\.pattern))
    for specificity in Set(matches.map(\.specificity)).sorted() {
      for (match, choice) in zip(matches, chosen) where match.specificity == specificity {
        for rule in match.rules where !rule.cannotBeUnselected || choice.severity >= rule.severity {
          severities[rule.code.number] = choice.severity
        }
      }
    }
  }

  private func matches(of patterns: [String]) throws(UnknownPattern) -> [RuleBook.Match] {
    try patterns.map { pattern throws(UnknownPattern) in
      guard let match = book.rules(matching: pattern) else { throw UnknownPattern(pattern: pattern) }
      return match
    }
  }

  /// Selects one more rule, as its full code does.
  public mutating func select(_ code: RuleCode) {
    isSelected[code.number] = true
    noteCounted()
    namedRules.insert(code)
  }

  /// Whether a rule runs, so that its findings are shown.
  public func contains(_ code: RuleCode) -> Bool { isSelected[code.number] }

  /// Whether a rule of a book runs.
  public func runsSome(of book: RuleBook) -> Bool { book.rules.contains { contains($0.code) } }

  /// The rules that run, in the order of their codes.
  public var codes: [RuleCode] { book.rules.map(\.code).filter(contains) }

  /// The severity that the user gives to a rule's findings; nil if they have their own.
  public func chosenSeverity(of code: RuleCode) -> Severity? {
    severities.isEmpty ? nil : severities[code.number]
  }

  /// The rules that find errors and are on by default, but do not run, or whose errors have a lower severity. Unless
  /// there are none, data and jobs without an error may have errors.
  public var errorsLeftOut: [RuleCode] {
    book.rules.filter { rule in
      let isLowered = chosenSeverity(of: rule.code).map { $0 < .error } ?? false
      return rule.findsErrors && !rule.isOffByDefault && (isLowered || !contains(rule.code))
    }.map(\.code)
  }

  /// Whether the findings of a rule count though they are not shown.
  package func hides(_ code: RuleCode) -> Bool { !isSelected[code.number] }

  /// Whether one more finding of a rule is kept, where so many are.
  package func keeps(_ code: RuleCode, having kept: Int) -> Bool {
    isSelected[code.number] && (maximumFindings == 0 || kept < maximumFindings)
  }
}
