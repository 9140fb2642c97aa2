public import Diagnostics

/// Writes a table in Markdown, such as for a comment or a job's summary: a row for each finding, or for several that are one mistake
/// repeated.
public struct MarkdownReport: Reporter {
  private let rules: RuleBook
  private let listing: FindingListing
  private let isQuiet: Bool

  /// The most rows: what reads Markdown is for people.
  private static let mostRows = 500

  /// Prepares a report.
  public init(_ choices: ReportChoices) {
    (rules, listing, isQuiet) = (choices.rules, choices.listing, choices.isQuiet)
  }

  /// Writes the table, and before it the numbers of the run.
  public func write(_ report: RunReport, to output: inout some VisibleOutput) {
    if !isQuiet { writeSummary(of: report, to: &output) }
    var rows = 0
    for file in report.files {
      let rest = listing.forEachGroup(of: file) { group in
        if rows < Self.mostRows { write(group, in: file, isFirst: rows == 0, to: &output) }
        rows += 1
      }
      for rest in rest {
        if rows < Self.mostRows { write(rest, in: file, isFirst: rows == 0, to: &output) }
        rows += 1
      }
    }
    if rows > Self.mostRows {
      output.write("\n\(Quantity.count(rows - Self.mostRows, "row")) more are left out.\n")
    }
  }

  private func writeSummary(of report: RunReport, to output: inout some VisibleOutput) {
    let summary = RunSummary(report)
    let findings = summary.map { $0.findings == 0 ? "no findings" : Quantity.count($0.findings, "finding") }
    output.write("## tunekit: \(findings ?? "nothing could be checked")\n\n")
    for failure in report.files.compactMap(\.failure) { output.write("\(Self.plain(failure)).\n\n") }
    guard let summary else { return }
    let examples = Quantity.count(summary.trainingExamples + summary.validationExamples, "example")
    let files = Quantity.count(summary.filesRead, "file")
    output.write("\(files), \(examples), \(Quantity.bytes(summary.bytes)). ")
    let limits = report.model ?? "the loosest of all tunable models"
    output.write("Limits: \(Self.plain(limits)), catalogue of \(report.catalogDate).\n\n")
    for sentence in summary.notExamined { output.write("\(Self.plain(sentence)).\n\n") }
  }

  private func write(
    _ group: FindingGroup, in file: FileReport, isFirst: Bool, to output: inout some VisibleOutput
  ) {
    if isFirst { writeHeading(to: &output) }
    let finding = group.first
    let rule = rules[finding.code]
    let places = group.places.isEmpty ? "" : ":" + group.placesInWords
    let number = group.findings > 1 ? group.times : "1"
    write(
      [
        finding.severity.name, "\(rule.code) \(rule.name)", number, file.path + places,
        rule.message(with: finding.arguments), rule.remedy(with: finding.arguments),
      ], to: &output)
  }

  private func write(
    _ rest: FindingListing.Rest, in file: FileReport, isFirst: Bool, to output: inout some VisibleOutput
  ) {
    if isFirst { writeHeading(to: &output) }
    let all = "\(Quantity.count(rest.findingsInAll)) in all"
    let code = "\(rest.code) \(rules[rest.code].name)"
    write(["", code, "\(Quantity.count(rest.findings)) more", file.path, all, ""], to: &output)
  }

  private func writeHeading(to output: inout some VisibleOutput) {
    output.write("| Severity | Rule | Found | Where | What is wrong | What to do |\n")
    output.write("|---|---|---|---|---|---|\n")
  }

  private func write(_ cells: [String], to output: inout some VisibleOutput) {
    output.write("| \(cells.map { Self.plain($0) }.joined(by: " | ")) |\n")
  }

  private static func plain(_ text: String) -> VisibleText { VisibleText(MarkdownText.plain(text)) }
}
