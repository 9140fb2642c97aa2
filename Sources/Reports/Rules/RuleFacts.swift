import Diagnostics

/// What a rule's page and its explanation share: the facts, and the texts as sentences.
struct RuleFacts {
  /// A name and a value, each in plain text.
  struct Fact {
    let name: String
    let value: String
  }

  /// The facts, in the order in which they are shown.
  let facts: [Fact]
  /// The message, `…` where a finding's arguments go.
  let message: String
  /// The remedy as a sentence.
  let remedy: String

  /// Gathers what is said about a rule.
  init(_ rule: RuleDescription) {
    var facts = [
      Fact(name: "Severity", value: Self.severity(of: rule)),
      Fact(name: "By default", value: Self.selection(of: rule)),
      Fact(name: "Since", value: rule.since),
      Fact(name: "Source", value: Self.source(of: rule)),
      Fact(
        name: "Confidence", value: "\(rule.source.confidence.rawValue): \(rule.source.confidence.meaning)"),
    ]
    if let fix = rule.fix { facts.append(Fact(name: "Fix", value: Self.words(on: fix))) }
    self.facts = facts
    let arguments = Array(repeating: "…", count: 10)
    message = rule.message(with: arguments)
    remedy = Self.sentence(rule.remedyInGeneral ?? rule.remedy(with: arguments))
  }

  private static func words(on fix: RuleFix) -> String {
    let clauses = [
      fix.safely.map { "--fix \($0)" }, fix.unsafely.map { "--fix --unsafe-fixes \($0)" },
    ]
    return clauses.compactMap(\.self).joined(separator: "; ")
  }

  private static func severity(of rule: RuleDescription) -> String {
    guard let also = rule.also else { return rule.severity.name }
    return "\(rule.severity.name); \(also.severity.name) when \(also.when)"
  }

  /// The source with its address, which names a page of the documentation well enough.
  private static func source(of rule: RuleDescription) -> String {
    let source = rule.source
    let name = source.address.map { $0.hasSuffix(source.page) ? $0 : "\(source.page), \($0)" } ?? source.page
    return "\(name), read on \(source.asOf)"
  }

  private static func selection(of rule: RuleDescription) -> String {
    if rule.isOffByDefault { return "off; on if it is selected by its code or name" }
    return rule.cannotBeUnselected
      ? "on; the rest of a line or file with such a finding is not examined, so the rule cannot be ignored"
      : "on"
  }

  /// Turns a message, which begins in lower case and has no full stop, into a sentence.
  private static func sentence(_ text: String) -> String {
    let capital = text.prefix(1).uppercased() + text.dropFirst()
    return text.hasSuffix(".") || text.hasSuffix("…") || text.isEmpty ? capital : capital + "."
  }
}
