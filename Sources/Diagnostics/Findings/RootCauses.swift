/// The root causes of the findings in the lines of a part of a file, by rule.
///
/// If a rule has more than a few, its findings are not one mistake repeated, and none of its causes are kept. A file has too many if
/// one of its parts has, so it does not matter how the file is cut into parts.
package struct RootCauses: Sendable, Codable {
  /// The causes of one rule, in the order of the first finding of each.
  private struct Rule: Sendable, Codable {
    let code: RuleCode
    var causes: [RootCause] = []
    /// Whether there are too many to be kept.
    var areMany = false

    init(code: RuleCode) { self.code = code }
  }

  /// The rules with findings in lines, by code.
  private var rules: [Rule] = []

  /// The most causes of a rule that are kept.
  private static let most = 32

  /// No causes.
  init() {}

  /// All causes, by rule.
  var all: [RootCause] { rules.flatMap(\.causes) }

  /// Whether causes of a rule are kept.
  func wants(_ code: RuleCode) -> Bool { rules.first { $0.code == code }.map { !$0.areMany } ?? true }

  /// Keeps only the causes of several findings.
  mutating func keepRepeated() {
    for index in rules.indices {
      rules[index].causes.removeAll { !$0.isRepeated }
    }
    rules.removeAll(where: \.causes.isEmpty)
  }

  /// Keeps no causes of a rule.
  mutating func giveUp(_ code: RuleCode) { giveUp(at: index(of: code)) }

  /// Counts a finding in a line, which is after those before. It is made only if it is the first of its cause.
  ///
  /// - Returns: the index of its cause among those of the rule, if more of it need only be counted.
  mutating func add(
    _ code: RuleCode, _ severity: Severity, _ arguments: [String], at location: Location,
    making finding: () -> Finding
  ) -> Int? {
    let rule = index(of: code)
    if rules[rule].areMany { return nil }
    let same = rules[rule].causes.firstIndex {
      $0.has(code, severity, arguments, pointer: location.pointer)
    }
    if let same {
      rules[rule].causes[same].add(at: location)
      return rules[rule].causes[same].isFull ? same : nil
    }
    append(RootCause(finding(), at: location), to: rule)
    return nil
  }

  /// Counts findings of a cause that were counted apart.
  ///
  /// - Returns: how severe they are.
  mutating func add(_ known: KnownCauses.Count) -> Severity {
    let rule = index(of: known.code)
    rules[rule].causes[known.cause].add(known)
    return rules[rule].causes[known.cause].first.severity
  }

  /// Adds those of the lines that follow, after so many lines.
  mutating func append(_ next: RootCauses, behind lines: Int) {
    for rule in next.rules {
      let index = index(of: rule.code)
      if rule.areMany { giveUp(at: index) }
      for cause in rule.causes where !rules[index].areMany {
        append(cause.moved(behind: lines), to: index)
      }
    }
  }

  private mutating func append(_ cause: RootCause, to rule: Int) {
    if let same = rules[rule].causes.firstIndex(where: { $0.has(cause.first) }) {
      rules[rule].causes[same].append(cause)
    } else if rules[rule].causes.count < Self.most {
      rules[rule].causes.append(cause)
    } else {
      giveUp(at: rule)
    }
  }

  private mutating func giveUp(at rule: Int) {
    rules[rule].areMany = true
    rules[rule].causes = []
  }

  private mutating func index(of code: RuleCode) -> Int {
    let index = rules.firstIndex { $0.code >= code } ?? rules.endIndex
    if index == rules.endIndex || rules[index].code != code { rules.insert(Rule(code: code), at: index) }
    return index
  }
}
