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
  /// The rules that were selected by their full code.
  public private(set) var namedRules: Set<RuleCode> = []

  /// The rules that are on by default.
  public init() {
    for rule in RuleRegistry.descriptions where !rule.isOffByDefault { isSelected[rule.code.number] = true }
  }

  /// Reads codes and prefixes of codes.
  ///
  /// - Parameters:
  ///   - select: what runs in place of the rules that are on by default; a prefix takes only rules that are on by
  ///     default, a full code any. Empty for the default.
  ///   - ignore: what does not run.
  /// - Throws: ``UnknownPattern`` for a pattern that no rule's code begins with.
  public init(select: [String], ignore: [String]) throws(UnknownPattern) {
    self.init()
    if !select.isEmpty {
      for rule in RuleRegistry.descriptions { isSelected[rule.code.number] = false }
      for pattern in select {
        let isFullCode = RuleCode(pattern) != nil
        for rule in try Self.rules(matching: pattern) where isFullCode || !rule.isOffByDefault {
          isSelected[rule.code.number] = true
          if isFullCode { namedRules.insert(rule.code) }
        }
      }
    }
    for pattern in ignore {
      for rule in try Self.rules(matching: pattern) {
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

  private static func rules(matching pattern: String) throws(UnknownPattern) -> [RuleDescription] {
    guard pattern.hasPrefix("TK") else { throw UnknownPattern(pattern: pattern) }
    let rules = RuleRegistry.descriptions.filter { $0.code.description.hasPrefix(pattern) }
    if rules.isEmpty { throw UnknownPattern(pattern: pattern) }
    return rules
  }
}
