public import Diagnostics
import JSONLines

/// All rules at a glance, by family: what `tunekit rules` shows and the documentation prints.
public struct RulesTable: Sendable {
  /// The version of the JSON object; it grows when a member changes its meaning or goes.
  public static let schemaVersion = 1

  private let rules: RuleBook

  /// The table of these rules.
  public init(_ rules: RuleBook) {
    self.rules = rules
  }

  /// The families that have rules.
  private var families: [(family: RuleFamily, rules: [RuleDescription])] {
    RuleFamily.allCases.map { ($0, rules.rules(in: $0)) }.filter { !$0.rules.isEmpty }
  }

  /// Writes aligned columns for a terminal of so many columns; nil keeps every rule on one line.
  public func writeText(width: Int?, isColored: Bool, to output: inout some VisibleOutput) {
    let style = TerminalStyle(isColored: isColored)
    let names = TextColumns.widest(rules.rules.map(\.name))
    let severities = TextColumns.widest(rules.rules.map(severity))
    // "  TK401  " and the two columns before the summary, each with two spaces after it.
    let indent = 9 + names + 2 + severities + 2
    for (index, (family, rules)) in families.enumerated() {
      if index > 0 { output.write("\n") }
      output.write("\(style.paint("\(family.rawValue) \(family.title)", .bold))\n")
      for rule in rules {
        let name = TextColumns.pad(rule.name, to: names)
        let padding = String(repeating: " ", count: severities - severity(of: rule).utf8.count)
        let severity = style.paint("\(severity(of: rule))", TerminalStyle.Ink(rule.severity))
        let lines = TextColumns.wrap(
          rule.summary, to: width.map { max($0, indent + 24) } ?? .max,
          behind: "  \(rule.code)  \(name)  \(severity)\(padding)  ", of: indent)
        output.write("\(lines.joined(by: "\n"))\n")
      }
    }
  }

  /// Writes a Markdown table for each family, beneath a heading.
  ///
  /// - Parameters:
  ///   - headingLevel: how many `#` the families' headings have.
  ///   - link: where a rule's code leads; nil for a code without a link.
  ///   - output: where the tables go.
  public func writeMarkdown(
    headingLevel: Int = 3, link: (RuleDescription) -> String? = { _ in nil },
    to output: inout some TextOutputStream
  ) {
    let heading = String(repeating: "#", count: headingLevel)
    for (index, (family, rules)) in families.enumerated() {
      output.write("\(index > 0 ? "\n" : "")\(heading) \(family.rawValue) \(family.title)\n\n")
      output.write("| code | name | severity | what it looks for |\n|---|---|---|---|\n")
      for rule in rules {
        let code = link(rule).map { "[\(rule.code)](\($0))" } ?? "\(rule.code)"
        let summary = MarkdownText.cell(rule.summary)
        output.write("| \(code) | \(rule.name) | \(severity(of: rule)) | \(summary) |\n")
      }
    }
  }

  /// Writes one JSON object with everything that the rules say about themselves, examples apart.
  public func writeJSON(to output: inout some VisibleOutput) {
    var json = JSONWriter()
    json.object { json in
      json.member("schemaVersion", Self.schemaVersion)
      json.array("rules") { json in
        for rule in rules.rules { write(rule, in: &json) }
      }
    }
    output.write(VisibleText(json))
  }

  private func write(_ rule: RuleDescription, in json: inout JSONWriter) {
    json.object { json in
      json.member("code", rule.code.description)
      json.member("name", rule.name)
      json.member("severity", rule.severity.name)
      if let also = rule.also {
        json.object("also") { json in
          json.member("severity", also.severity.name)
          json.member("when", also.when)
        }
      } else {
        json.member("also", nil as String?)
      }
      json.member("offByDefault", rule.isOffByDefault)
      json.member("cannotBeUnselected", rule.cannotBeUnselected)
      json.member("since", rule.since)
      json.member("message", rule.message)
      json.member("summary", rule.summary)
      json.member("rationale", rule.rationale)
      json.member("remedy", rule.remedy)
      json.member("remedyInGeneral", rule.remedyInGeneral)
      if let fix = rule.fix {
        json.object("fix") { json in
          json.member("safe", fix.safely)
          json.member("unsafe", fix.unsafely)
        }
      } else {
        json.member("fix", nil as String?)
      }
      json.object("source") { json in
        json.member("page", rule.source.page)
        json.member("address", rule.source.address)
        json.member("asOf", rule.source.asOf)
        json.member("confidence", rule.source.confidence.rawValue)
      }
      json.member("serviceSays", rule.serviceSays)
    }
  }

  /// The severity, a second one after a stroke, and whether the rule is off unless it is selected.
  private func severity(of rule: RuleDescription) -> String {
    let second = rule.also.map { "/\($0.severity.name)" } ?? ""
    return "\(rule.severity.name)\(second)\(rule.isOffByDefault ? " (off)" : "")"
  }
}
