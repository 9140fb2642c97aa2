public import Diagnostics

/// Which rules run: those that are on by default, unless the user selects others, less those the user ignores.
public struct RuleSelection: Sendable {
  /// A pattern that names no rule.
  public struct UnknownPattern: Error, Equatable {
    /// The pattern as it was written.
    public let pattern: String
  }

  /// The rules selected, by the number of their code.
  private var isSelected = ContiguousArray(repeating: false, count: RuleCode.tableLength)
  /// The rules that were selected by their full code, by name, or by `ALL`.
  public private(set) var namedRules: Set<RuleCode> = []

  /// The rules that are on by default.
  public init() {
    for rule in RuleRegistry.descriptions where !rule.isOffByDefault { isSelected[rule.code.number] = true }
  }

  /// Reads patterns: codes (`TK401`), prefixes of codes (`TK4`), names (`unknown-role`), and `ALL`, in either case.
  ///
  /// - Parameters:
  ///   - select: the rules that run in place of those that are on by default. A prefix takes only rules that are on by
  ///     default; a code, a name and `ALL` take any. Empty for the default.
  ///   - extendSelect: the rules that run as well.
  ///   - ignore: the rules that do not run, whatever else selects them.
  /// - Throws: ``UnknownPattern`` for a pattern that names no rule.
  public init(
    select: [String], extendSelect: [String] = [], ignore: [String]
  ) throws(UnknownPattern) {
    self.init()
    if !select.isEmpty {
      for rule in RuleRegistry.descriptions { isSelected[rule.code.number] = false }
    }
    for pattern in select + extendSelect {
      let (rules, isByPrefix) = try Self.rules(matching: pattern)
      for rule in rules where !isByPrefix || !rule.isOffByDefault {
        isSelected[rule.code.number] = true
        if !isByPrefix { namedRules.insert(rule.code) }
      }
    }
    for pattern in ignore {
      for rule in try Self.rules(matching: pattern).rules {
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

  /// Whether findings of a rule are shown.
  public func contains(_ code: RuleCode) -> Bool { isSelected[code.number] }

  /// Whether findings of a rule count: those shown, and those that keep a line or a file from being examined.
  var counted: ContiguousArray<Bool> {
    var counted = isSelected
    for rule in RuleRegistry.descriptions where rule.cannotBeUnselected { counted[rule.code.number] = true }
    return counted
  }

  /// The rules that a pattern names, and whether it does so by the beginning of their codes.
  private static func rules(
    matching pattern: String
  ) throws(UnknownPattern) -> (rules: [RuleDescription], isByPrefix: Bool) {
    let code = pattern.uppercased()
    if code == "ALL" { return (RuleRegistry.descriptions, false) }
    let name = pattern.lowercased()
    let named = RuleRegistry.descriptions.filter { $0.code.description == code || $0.name == name }
    if !named.isEmpty { return (named, false) }
    let rules = RuleRegistry.descriptions.filter { $0.code.description.hasPrefix(code) }
    if rules.isEmpty || !code.hasPrefix("TK") { throw UnknownPattern(pattern: pattern) }
    return (rules, true)
  }
}
