public import Diagnostics
import JSONLines

/// Writes a page for a browser: one file that needs nothing else, with a summary, the findings by rule, how long lines and examples are, and a
/// table of all findings that were kept, which can be searched and sorted.
///
/// The table's findings are data of the page, and a script shows a hundred at a time, so that a million can be looked through.
public struct HTMLReport: Reporter {
  let rules: RuleBook
  private let listing = FindingListing.everything
  private let tokenizer: String?
  private let distributions: HTMLDistributions

  /// The examples that are shown of a rule.
  private static let mostExamples = 3

  /// Prepares a report.
  public init(_ choices: ReportChoices) {
    (rules, tokenizer) = (choices.rules, choices.tokenizer)
    distributions = HTMLDistributions(choices.distributions, isExact: tokenizer != nil)
  }

  /// Writes the page, finding by finding.
  public func write(_ report: RunReport, to output: inout some VisibleOutput) {
    output.write(HTMLPage.beginning)
    let summary = RunSummary(report)
    writeHeader(report, summary, to: &output)
    output.write("<main>\n")
    writeRules(of: report, summary, to: &output)
    distributions.write(to: &output)
    output.write(HTMLPage.table)
    output.write("</main>\n<script type=\"application/json\" id=\"data\">")
    HTMLData(rules, listing).write(report, to: &output)
    output.write("</script>\n")
    output.write(HTMLPage.end)
  }

  // MARK: The summary

  private func writeHeader(
    _ report: RunReport, _ summary: RunSummary?, to output: inout some VisibleOutput
  ) {
    let findings = summary?.findings ?? 0
    let number = findings == 0 ? "no findings" : Quantity.count(findings, "finding")
    output.write(
      "<header>\n<h1>tunekit: \(summary == nil ? "nothing could be checked" : number)</h1>\n<dl>\n")
    for (severity, name) in [(Severity.error, "errors"), (.warning, "warnings"), (.info, "remarks")] {
      let rules = summary?.totals.count { $0.severity == severity } ?? 0
      if rules > 0 { write("rules with \(name)", Quantity.count(rules), to: &output) }
    }
    if let summary {
      write("examples", Quantity.count(summary.trainingExamples + summary.validationExamples), to: &output)
      write("turns", Quantity.count(summary.turns), to: &output)
      write("read", Quantity.bytes(summary.bytes), to: &output)
    }
    let limits = "\(report.model ?? "loosest of all tunable models"), catalogue of \(report.catalogDate)"
    write("limits", limits, to: &output)
    if let tokenizer { write("tokens counted with", tokenizer, to: &output) }
    write("tunekit", report.toolVersion, to: &output)
    output.write("</dl>\n")
    for failure in report.files.compactMap(\.failure) {
      output.write("<p class=\"error\">\(XMLText.escaped(failure))</p>\n")
    }
    for sentence in summary?.notExamined ?? [] { output.write("<p>\(XMLText.escaped(sentence)).</p>\n") }
    writeFiles(of: report, to: &output)
    output.write("</header>\n")
  }

  private func write(_ name: String, _ value: String, to output: inout some VisibleOutput) {
    output.write("<div><dt>\(XMLText.escaped(name))</dt><dd>\(XMLText.escaped(value))</dd></div>\n")
  }

  private func writeFiles(of report: RunReport, to output: inout some VisibleOutput) {
    output.write("<details><summary>\(Quantity.count(report.files.count, "file"))</summary>\n<ul>\n")
    for file in report.files {
      let found = file.counts.reduce(0) { $1.isHidden ? $0 : $0 + $1.findings }
      let words =
        "\(file.path): \(file.role.rawValue), \(Quantity.count(file.examples, "example")), \(Quantity.count(found, "finding"))"
      output.write("<li>\(XMLText.escaped(words))</li>\n")
    }
    output.write("</ul>\n</details>\n")
  }

  // MARK: By rule

  private func writeRules(
    of report: RunReport, _ summary: RunSummary?, to output: inout some VisibleOutput
  ) {
    guard let totals = summary?.totals, !totals.isEmpty else { return }
    var examples: [RuleCode: [(file: FileReport, finding: Finding)]] = [:]
    for file in report.files {
      for rule in listing.rules(of: file, listing: Self.mostExamples) {
        let room = Self.mostExamples - examples[rule.code, default: []].count
        examples[rule.code, default: []] += rule.listed.prefix(max(0, room)).map { (file, $0) }
      }
    }
    output.write("<section aria-labelledby=\"rules\">\n<h2 id=\"rules\">By rule</h2>\n")
    for (index, total) in totals.enumerated() {
      let rule = rules[total.code]
      let name = total.severity.name
      output.write(
        "<details\(index == 0 ? " open" : "")><summary><span class=\"\(name)\">\(name)</span> \(rule.code) \(rule.name) "
      )
      output.write("<span class=\"number\">\(Quantity.count(total.findings))</span></summary>\n")
      output.write("<p>\(Self.prose(rule.summary)) \(Self.prose(rule.rationale))</p>\n")
      for (file, finding) in examples[total.code] ?? [] { write(finding, in: file, to: &output) }
      if let address = rule.source.address {
        let source = XMLText.escaped(rule.source.page)
        output.write(
          "<p>Source: <a rel=\"noreferrer\" href=\"\(XMLText.escaped(address))\">\(source)</a></p>\n")
      }
      output.write("</details>\n")
    }
    output.write("</section>\n")
  }

  /// Prose of ours, whose words in backticks are code.
  private static func prose(_ text: String) -> VisibleText {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false).map { String($0) }
    return pieces.enumerated().map { index, piece in
      index.isMultiple(of: 2) ? XMLText.escaped(piece) : "<code>\(XMLText.escaped(piece))</code>"
    }.joined()
  }

  /// Writes a finding with the part of the line around it.
  private func write(_ finding: Finding, in file: FileReport, to output: inout some VisibleOutput) {
    let rule = rules[finding.code]
    let place = finding.location.map { ":\($0.line):\($0.column)" } ?? ""
    output.write("<p><code>\(XMLText.escaped(file.path + place))</code> ")
    output.write("\(XMLText.escaped(rule.message(with: finding.arguments)))</p>\n")
    if let excerpt = finding.excerpt {
      let view = ExcerptView(excerpt, length: finding.length, columns: TextReport.columnsWithoutTerminal)
      output.write(
        "<pre tabindex=\"0\">\(XMLText.escaped(view.text))\n\(XMLText.escaped(view.marks))</pre>\n")
    }
    output.write("<p class=\"help\">\(XMLText.escaped(rule.remedy(with: finding.arguments)))</p>\n")
  }
}
