public import Diagnostics

/// What `tunekit explain` says about a rule: its page, for a terminal.
public struct RuleExplanation: Sendable {
  private let rule: RuleDescription
  private let columns: Int
  private let style: TerminalStyle

  /// Lines longer than this are hard to read, however wide the terminal is.
  private static let maximumColumns = 100

  /// The explanation of a rule.
  ///
  /// - Parameter width: the columns of the terminal; nil without a terminal.
  public init(_ rule: RuleDescription, width: Int?, isColored: Bool) {
    self.rule = rule
    self.columns = min(width ?? Self.maximumColumns, Self.maximumColumns)
    self.style = TerminalStyle(isColored: isColored)
  }

  /// The explanation in plain text, ended by a line feed.
  public var text: VisibleText {
    let facts = RuleFacts(rule)
    let title = style.paint("\(rule.code) \(rule.name)", .bold)
    var blocks = [[title], TextColumns.wrap(rule.summary, to: columns), lines(of: facts)]
    blocks.append(section("What it says", wrapped(facts.message)))
    blocks.append(section("Why it matters", wrapped(rule.rationale)))
    blocks.append(section("What to do", wrapped(facts.remedy)))
    if let words = rule.serviceSays { blocks.append(section("What the service says", wrapped(words))) }
    for example in rule.examples {
      let view = ExampleView(example, columns: columns - 2)
      let notes = view.notes.isEmpty ? [] : wrapped("(\(view.notes.joined(separator: "; ")))")
      blocks.append(section(view.title, notes + view.rows.map(VisibleText.init(_:))))
    }
    return "\(blocks.map { $0.joined(by: "\n") }.joined(by: "\n\n"))\n"
  }

  private func section(_ title: String, _ lines: [VisibleText]) -> [VisibleText] {
    [style.paint("\(title)", .bold)] + lines.map { $0 == "" ? $0 : "  \($0)" }
  }

  /// Text in a section, whose lines are indented.
  private func wrapped(_ text: String) -> [VisibleText] { TextColumns.wrap(text, to: columns - 2) }

  /// The facts, their values beneath each other.
  private func lines(of facts: RuleFacts) -> [VisibleText] {
    let names = TextColumns.widest(facts.facts.map(\.name)) + 2
    return facts.facts.flatMap { fact in
      TextColumns.wrap(
        fact.value, to: columns, behind: VisibleText(TextColumns.pad(fact.name, to: names)), of: names)
    }
  }
}
