/// The forms in which the findings of a run are written.
public enum ReportForm: String, Sendable, CaseIterable {
  /// For people: every finding with its place in the line, then a summary.
  case text
  /// A line for each finding.
  case concise
  /// One JSON object.
  case json
  /// A JSON object for each finding, each on a line of its own.
  case jsonl
  /// The Static Analysis Results Interchange Format, for GitHub's code scanning and editors.
  case sarif
  /// The tests of a CI server.
  case junit
  /// The annotations of GitHub Actions.
  case github
  /// The Code Quality report of GitLab.
  case gitlab
  /// A table for a comment.
  case markdown
  /// A line for each mistake, with the next command, for a program that corrects the data.
  case agent
  /// A page for a browser.
  case html

  /// What writes a run in this form. It is chosen only here.
  public func reporter(_ choices: ReportChoices) -> any Reporter {
    switch self {
    case .text: TextReport(choices)
    case .concise: ConciseReport(choices)
    case .json: JSONReport(rules: choices.rules, tokenizer: choices.tokenizer)
    case .jsonl: JSONLinesReport(choices)
    case .sarif: SARIFReport(choices)
    case .junit: JUnitReport(choices)
    case .github: GitHubReport(choices)
    case .gitlab: GitLabReport(choices)
    case .markdown: MarkdownReport(choices)
    case .agent: AgentReport(choices)
    case .html: HTMLReport(choices)
    }
  }
}
