/// The rules that there are, found by code, by name and by the patterns that users write.
///
/// There is one book of the rules of datasets, and one of all rules; selection, families, reports and receipts go by
/// a book.
public struct RuleBook: Sendable {
  /// The rules, by code.
  public let rules: [RuleDescription]

  /// The index of each rule, by the number of its code; -1 for other numbers.
  private let positions: ContiguousArray<Int16>

  /// Makes a book of rules, whose codes and names must differ and whose codes must belong to a family.
  public init(_ rules: [RuleDescription]) {
    // Most lists are in order, and descriptions are large.
    let isInOrder = rules.indices.dropFirst().allSatisfy { rules[$0 - 1].code < rules[$0].code }
    self.rules = isInOrder ? rules : rules.sorted { $0.code < $1.code }
    var positions = ContiguousArray<Int16>(repeating: -1, count: RuleCode.tableLength)
    for (index, rule) in self.rules.enumerated() {
      precondition(positions[rule.code.number] < 0, "two rules of one code")
      precondition(RuleFamily(of: rule.code) != nil, "a rule without a family")
      positions[rule.code.number] = Int16(index)
    }
    self.positions = positions
    assert(Set(rules.map(\.name)).count == rules.count, "two rules of one name")
  }

  /// The rule with a code; nil if no rule has it.
  public func rule(_ code: RuleCode) -> RuleDescription? {
    let index = Int(positions[code.number])
    return index < 0 ? nil : rules[index]
  }

  /// The rule with a code or a name, in upper or lower case; nil if no rule has it.
  public func rule(named text: String) -> RuleDescription? {
    let (code, name) = (text.uppercased(), text.lowercased())
    return rules.first { $0.code.description == code || $0.name == name }
  }

  /// The rules that a pattern of a user matches.
  package struct Match {
    /// The rules, by code; at least one.
    package let rules: [RuleDescription]
    /// How much the pattern says: nothing for `ALL`, more for a longer prefix, and most for a code or a name.
    package let specificity: Int
    /// Whether the pattern is the beginning of codes.
    let isPrefix: Bool
  }

  /// The rules that a pattern matches: a code, a name, the beginning of codes, or `ALL`, in upper or lower case. Nil if it
  /// matches none.
  package func rules(matching pattern: String) -> Match? {
    if let rule = rule(named: pattern) { return Match(rules: [rule], specificity: .max, isPrefix: false) }
    let code = pattern.uppercased()
    if code == "ALL" { return Match(rules: rules, specificity: 0, isPrefix: false) }
    let found = rules.filter { $0.code.description.hasPrefix(code) }
    if found.isEmpty || !code.hasPrefix("TK") { return nil }
    return Match(rules: found, specificity: code.utf8.count, isPrefix: true)
  }

  /// The name of a rule that is probably meant by a misspelled one; nil if none is near.
  package func name(meantBy text: String) -> String? {
    NearestName.of(text.lowercased(), among: rules.lazy.map(\.name))
  }

  /// The rule of a finding. A finding of a rule that is not in the book is a mistake of ours.
  package subscript(code: RuleCode) -> RuleDescription {
    guard let rule = rule(code) else { preconditionFailure("no rule has the code \(code)") }
    return rule
  }

  /// The rules of a family, by code.
  package func rules(in family: RuleFamily) -> [RuleDescription] {
    rules.filter { RuleFamily(of: $0.code) == family }
  }
}
