public import Diagnostics

/// Writes what a program that corrects the data needs: a line for each finding, or for several that are one mistake
/// repeated, with what to do and the command that shows the place.
///
///     error TK401 train.jsonl:12:34: role 'assistant' is … | fix: change the role to 'model' | see: tunekit show train.jsonl:12:34
public struct AgentReport: Reporter {
  private let rules: RuleBook
  private let listing: FindingListing
  private let isQuiet: Bool

  /// Prepares a report.
  public init(_ choices: ReportChoices) {
    (rules, listing, isQuiet) = (choices.rules, choices.listing, choices.isQuiet)
  }

  /// Writes the lines, and how many findings there are in all.
  public func write(_ report: RunReport, to output: inout some VisibleOutput) {
    var text = VisibleBuffer()
    for file in report.files {
      let rest = listing.forEachGroup(of: file) { group in
        text.add(line(of: group, in: file))
        text.flushPiece(to: &output)
      }
      for rest in rest {
        let (more, all) = (Quantity.count(rest.findings), Quantity.count(rest.findingsInAll))
        text.add(
          "note \(rest.code) \(file.path): \(more) more that are not listed (\(all) in all) | see: tunekit explain \(rest.code)\n"
        )
      }
    }
    if !isQuiet, let summary = RunSummary(report) { text.add(verdict(of: summary)) }
    text.flush(to: &output)
  }

  private func line(of group: FindingGroup, in file: FileReport) -> VisibleText {
    let finding = group.first
    let rule = rules[finding.code]
    let place = finding.location.map { ":\($0.line):\($0.column)" } ?? ""
    let number = group.number.map { " | found: \($0)" } ?? ""
    let command =
      place.isEmpty || file.path == "-"
      ? "tunekit explain \(rule.code)" : "tunekit show \(ShellWord.path(file.path + place))"
    return """
      \(finding.severity.name) \(rule.code) \(file.path)\(place): \(rule.message(with: finding.arguments)) \
      | fix: \(rule.remedy(with: finding.arguments))\(number) | see: \(command)

      """
  }

  private func verdict(of summary: RunSummary) -> VisibleText {
    let failed =
      summary.filesFailed == 0 ? "" : ", \(Quantity.count(summary.filesFailed, "file")) not checked"
    let unexamined = summary.notExamined.map { "; \($0)" }.joined()
    return "total: \(Quantity.count(summary.findings, "finding"))\(failed)\(unexamined)\n"
  }
}
