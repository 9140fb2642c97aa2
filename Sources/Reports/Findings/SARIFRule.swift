import Diagnostics
import JSONLines

/// A rule in a SARIF log: what it finds, why that matters and what to do, as text and as Markdown.
struct SARIFRule {
  private let rule: RuleDescription

  init(_ rule: RuleDescription) { self.rule = rule }

  /// Writes the `reportingDescriptor`.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", rule.code.description)
      json.member("name", rule.name)
      json.object("shortDescription") { $0.member("text", rule.summary) }
      json.object("fullDescription") { $0.member("text", rule.rationale) }
      json.object("help") { json in
        json.member("text", "\(rule.summary)\n\n\(rule.rationale)\n\n\(RuleFacts(rule).remedy)")
        json.member("markdown", RulePage(rule).markdown)
      }
      if let address = rule.source.address { json.member("helpUri", address) }
      json.object("defaultConfiguration") { $0.member("level", Self.level(of: rule.severity)) }
      json.object("properties") { json in
        json.array("tags", layout: .oneLine) { json in
          json.string("gemini-tuning")
          if let family = RuleFamily(of: rule.code) { json.string(family.title) }
          json.string(rule.source.confidence.rawValue)
        }
        json.member("precision", precision)
        json.member("problem.severity", Self.problem(of: rule.severity))
      }
    }
  }

  /// How a severity is named in SARIF.
  static func level(of severity: Severity) -> String {
    switch severity {
    case .info: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// How GitHub names a severity.
  private static func problem(of severity: Severity) -> String {
    severity == .info ? "recommendation" : level(of: severity)
  }

  /// How sure the fact is that the rule is based on, in GitHub's words.
  private var precision: String {
    switch rule.source.confidence {
    case .documented, .observed: "very-high"
    case .reported: "high"
    case .conflicting: "medium"
    case .guess: "low"
    }
  }
}
