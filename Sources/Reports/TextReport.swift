public import Diagnostics

/// Shows a run to a person: every finding with its place in the line, then one summary.
///
///     data/train.jsonl:12:34: error[TK401] unknown-role: role 'assistant' is neither 'user' nor 'model', …
///        |
///     12 | …arts":[{"text":"Hi"}]},{"role":"assistant","parts":[{"te…
///        |                                ^^^^^^^^^^^
///        = at /contents/1/role, byte offset 61 in the line, 1043 in the data
///        = help: write 'model' for what the model says …
///
/// Nothing in the data can act on the terminal, see ``VisibleText``. Why a file could not be checked is not
/// part of the report: it belongs on standard error.
public struct TextReport: Sendable {
  let rules: RuleBook
  let columns: Int
  let style: TerminalStyle
  let shownInfoRules: Set<RuleCode>

  /// The width where there is no terminal.
  static let columnsWithoutTerminal = 100

  /// Chooses how a run is shown.
  ///
  /// - Parameters:
  ///   - rules: the rules whose findings may occur.
  ///   - width: the terminal's columns; nil where the report does not go to one.
  ///   - isColored: whether escape sequences for colours are written.
  ///   - shownInfoRules: the rules whose findings are listed though they are only worth knowing, because the
  ///     user selected them by their full code; the findings of others are counted.
  public init(rules: RuleBook, width: Int?, isColored: Bool, shownInfoRules: Set<RuleCode> = []) {
    self.rules = rules
    self.columns = width ?? Self.columnsWithoutTerminal
    self.style = TerminalStyle(isColored: isColored)
    self.shownInfoRules = shownInfoRules
  }

  /// Writes the findings of all files and the summary; nothing, where no file could be read at all.
  public func write(_ report: RunReport, to output: inout some VisibleOutput) {
    writeFindings(of: report, to: &output)
    if let summary = RunSummary(report) { write(summary, of: report, to: &output) }
  }

  /// Writes the findings of all files.
  public func writeFindings(of report: RunReport, to output: inout some VisibleOutput) {
    for file in report.files {
      for finding in file.findings where isListed(finding.code, finding.severity) {
        write(finding, in: file.path, to: &output)
      }
      writeRest(of: file, to: &output)
    }
  }

  /// Whether findings are listed, not only counted.
  func isListed(_ code: RuleCode, _ severity: Severity) -> Bool {
    severity > .info || shownInfoRules.contains(code)
  }

  /// Says of which rules there are more findings than were kept.
  private func writeRest(of file: FileReport, to output: inout some VisibleOutput) {
    var hasMore = false
    for count in file.counts where !count.isHidden && isListed(count.code, count.severity) {
      let kept = file.findings.count { $0.code == count.code }
      guard count.findings > kept else { continue }
      let more = Quantity.count(count.findings - kept)
      let all = Quantity.count(count.findings)
      output.write("… and \(more) more of \(count.code) in \(file.path) (\(all) in all)\n")
      hasMore = true
    }
    if hasMore { output.write("\n") }
  }
}
