/// The rules that there are, found by code, by name and by the patterns that users write.
///
/// There is one book of the rules of datasets, and one of all rules; selection, families, reports and receipts go by
/// a book.
public struct RuleBook: Sendable {
  /// The rules, by code.
  public let rules: [RuleDescription]

  private let positions: [RuleCode: Int]

  /// Makes a book of rules, whose codes and names must differ and whose codes must belong to a family.
  public init(_ rules: [RuleDescription]) {
    self.rules = rules.sorted { $0.code < $1.code }
    positions = Dictionary(uniqueKeysWithValues: zip(self.rules.map(\.code), self.rules.indices))
    precondition(rules.allSatisfy { RuleFamily(of: $0.code) != nil }, "a rule without a family")
    precondition(Set(rules.map(\.name)).count == rules.count, "two rules of one name")
  }

  /// The rule with a code; nil if no rule has it.
  public func rule(_ code: RuleCode) -> RuleDescription? { positions[code].map { rules[$0] } }

  /// The rule with a code or a name, in upper or lower case; nil if no rule has it.
  public func rule(named text: String) -> RuleDescription? {
    let (code, name) = (text.uppercased(), text.lowercased())
    return rules.first { $0.code.description == code || $0.name == name }
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
