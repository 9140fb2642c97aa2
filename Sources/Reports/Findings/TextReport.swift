public import Diagnostics

/// Shows a run to a person: every finding with its place in the line, then one summary.
///
///     data/train.jsonl:12:34: error[TK401] unknown-role: role 'assistant' is neither 'user' nor 'model', …
///        |
///     12 | …arts":[{"text":"Hi"}]},{"role":"assistant","parts":[{"te…
///        |                                ^^^^^^^^^^^
///        = at /contents/1/role, byte offset 61 in the line, 1043 in the data
///        = help: change the role to 'model' if the model speaks, …
///
/// Nothing in the data can act on the terminal, see ``VisibleText``. Why a file could not be checked is not
/// part of the report: it belongs on standard error.
public struct TextReport: Reporter {
  let rules: RuleBook
  let columns: Int
  let style: TerminalStyle
  let listing: FindingListing
  let tokenizer: String?
  let proposesFixes: Bool
  private let isQuiet: Bool

  /// The width where there is no terminal.
  static let columnsWithoutTerminal = 100

  /// Chooses how a run is shown.
  ///
  /// - Parameters:
  ///   - rules: the rules whose findings may occur.
  ///   - width: the terminal's columns; nil if the report does not go to one.
  ///   - isColored: whether escape sequences for colours are written.
  ///   - listing: which findings are listed; the others are counted.
  ///   - tokenizer: the file with which tokens were counted; nil if they were not.
  public init(
    rules: RuleBook, width: Int?, isColored: Bool, listing: FindingListing = .errorsAndWarnings(),
    tokenizer: String? = nil
  ) {
    self.rules = rules
    self.columns = width ?? Self.columnsWithoutTerminal
    self.style = TerminalStyle(isColored: isColored)
    self.listing = listing
    self.tokenizer = tokenizer
    proposesFixes = false
    isQuiet = false
  }

  /// Prepares a report as it is chosen.
  public init(_ choices: ReportChoices) {
    rules = choices.rules
    columns = choices.width ?? Self.columnsWithoutTerminal
    style = TerminalStyle(isColored: choices.isColored)
    listing = choices.listing
    tokenizer = choices.tokenizer
    proposesFixes = choices.proposesFixes
    isQuiet = choices.isQuiet
  }

  /// Writes the findings of all files and the summary, unless that is left out; nothing, where no file could be read at all.
  public func write(_ report: RunReport, to output: inout some VisibleOutput) {
    writeFindings(of: report, to: &output)
    guard let summary = RunSummary(report) else { return }
    if isQuiet {
      // With nothing else, the exit status would have no reason.
      for sentence in summary.unlisted { output.write("\(sentence)\n") }
      return
    }
    write(summary, of: report, to: &output)
    if let tokenizer { output.write("tokens counted with \(tokenizer)\n") }
  }

  /// Writes the findings of all files.
  public func writeFindings(of report: RunReport, to output: inout some VisibleOutput) {
    var findings = FindingText(rules, columns: columns, style)
    var text = VisibleBuffer()
    for file in report.files {
      findings.begin(VisibleText(file.path))
      let rest: [FindingListing.Rest]
      if file.causes.isEmpty {
        listing.forEachRecord(of: file) { finding in
          findings.write(finding, to: &text)
          text.flushPiece(to: &output)
        }
        rest = listing.rest(of: file)
      } else {
        rest = listing.forEachGroup(of: file) { group in
          findings.write(group, to: &text)
          text.flushPiece(to: &output)
        }
      }
      text.flush(to: &output)
      write(rest, of: file, to: &output)
    }
  }

  /// Writes which rules have more findings than were shown.
  private func write(
    _ rest: [FindingListing.Rest], of file: FileReport, to output: inout some VisibleOutput
  ) {
    for rule in rest {
      let more = Quantity.count(rule.findings)
      let all = Quantity.count(rule.findingsInAll)
      output.write("… and \(more) more of \(rule.code) in \(file.path) (\(all) in all)\n")
    }
    if !rest.isEmpty { output.write("\n") }
  }
}
