public import Diagnostics

/// A rule's page in the documentation, made from its description alone.
public struct RulePage: Sendable {
  private let rule: RuleDescription

  /// The page of a rule.
  public init(_ rule: RuleDescription) {
    self.rule = rule
  }

  /// The page in Markdown as DocC reads it, ended by a line feed.
  public var markdown: String {
    let facts = RuleFacts(rule)
    var blocks = ["# \(rule.code) \(rule.name)", MarkdownText.prose(rule.summary)]
    blocks += ["## Overview", table(facts)]
    blocks += ["### What it says", MarkdownText.block([VisibleText.of(facts.message)])]
    blocks += ["### Why it matters", MarkdownText.prose(rule.rationale)]
    blocks += ["### What to do", MarkdownText.prose(facts.remedy)]
    if let words = rule.serviceSays {
      blocks += ["### What the service says", MarkdownText.block([VisibleText.of(words)])]
    }
    if !rule.examples.isEmpty { blocks.append("### Examples") }
    for example in rule.examples {
      let view = ExampleView(example, columns: nil)
      let notes = view.notes.isEmpty ? "" : " (\(view.notes.joined(separator: "; ")))"
      blocks.append(MarkdownText.prose(view.title + notes))
      blocks.append(MarkdownText.block(view.rows, language: view.isText ? "json" : ""))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func table(_ facts: RuleFacts) -> String {
    let rows = facts.facts.map { "| \($0.name) | \(MarkdownText.cell($0.value)) |" }
    return (["| Fact | |", "|---|---|"] + rows).joined(separator: "\n")
  }
}
