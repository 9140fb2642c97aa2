public import Diagnostics

/// Writes how many findings each rule has in all files, the worst rules first; nothing without findings.
///
///     12,000  TK401  unknown-role  error
public struct RuleCountsReport: Reporter {
  private let rules: RuleBook

  /// Prepares a report.
  public init(_ choices: ReportChoices) { rules = choices.rules }

  /// Writes a line for each rule.
  public func write(_ report: RunReport, to output: inout some VisibleOutput) {
    guard let summary = RunSummary(report) else { return }
    let totals = summary.totals
    let numbers = TextColumns.widest(totals.map { Quantity.count($0.findings) })
    let names = TextColumns.widest(totals.map { rules[$0.code].name })
    for total in totals {
      let number = TextColumns.padLeft(Quantity.count(total.findings), to: numbers)
      let name = TextColumns.pad(rules[total.code].name, to: names)
      output.write("\(number)  \(total.code)  \(name)  \(total.severity.name)\n")
    }
    for sentence in summary.unlisted { output.write("\(sentence)\n") }
  }
}
