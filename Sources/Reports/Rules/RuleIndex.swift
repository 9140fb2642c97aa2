public import Diagnostics

/// The rules that a report may have to name, found by code.
public struct RuleIndex: Sendable {
  /// The rules, by code.
  public let descriptions: [RuleDescription]

  private let positions: [RuleCode: Int]

  /// Indexes rules, whose codes must differ and belong to a family.
  public init(_ descriptions: [RuleDescription]) {
    self.descriptions = descriptions.sorted { $0.code < $1.code }
    positions = Dictionary(
      uniqueKeysWithValues: zip(self.descriptions.map(\.code), self.descriptions.indices))
    precondition(descriptions.allSatisfy { RuleFamily(of: $0.code) != nil }, "a rule without a family")
  }

  /// The rule with a code; nil where there is none.
  public func description(of code: RuleCode) -> RuleDescription? {
    positions[code].map { descriptions[$0] }
  }

  /// The rule of a finding. A finding of a rule that is not here is a mistake of ours.
  subscript(code: RuleCode) -> RuleDescription {
    guard let description = description(of: code) else { preconditionFailure("no rule has the code \(code)") }
    return description
  }

  /// The rules of a family, by code.
  func descriptions(in family: RuleFamily) -> [RuleDescription] {
    descriptions.filter { RuleFamily(of: $0.code) == family }
  }
}
