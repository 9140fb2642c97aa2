import Diagnostics

/// Which findings are fixed: those of rules that run, by changes that keep the meaning of the data or, if allowed, by others.
struct FixChoice: Sendable {
  let rules: RuleSettings
  let allowsUnsafe: Bool
  private let isFixed: ContiguousArray<Bool>

  init(_ rules: RuleSettings, allowsUnsafe: Bool) {
    self.rules = rules
    self.allowsUnsafe = allowsUnsafe
    var isFixed = ContiguousArray(repeating: false, count: RuleCode.tableLength)
    for rule in rules.book.rules {
      guard let fix = rule.fix, rules.contains(rule.code) else { continue }
      isFixed[rule.code.number] = fix.safely != nil || allowsUnsafe
    }
    self.isFixed = isFixed
  }

  /// Whether findings of a rule are fixed, at least some of them.
  func fixes(_ code: RuleCode) -> Bool { isFixed[code.number] }

  /// Whether findings of a rule are fixed, at least some of them.
  func fixes<Found: Rule>(_ rule: Found.Type) -> Bool { fixes(Found.description.code) }
}
