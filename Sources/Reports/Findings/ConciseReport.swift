public import Diagnostics

/// Writes a line for each finding, as editors and scripts read them; nothing without findings.
///
///     data/train.jsonl:12:34: TK401 role 'assistant' is neither 'user' nor 'model', …
///
/// A finding about a whole file has no line and no column.
public struct ConciseReport: Reporter {
  private let rules: RuleBook
  private let listing: FindingListing

  /// Prepares a report.
  public init(_ choices: ReportChoices) {
    rules = choices.rules
    listing = choices.listing
  }

  /// Writes the findings of all files.
  public func write(_ report: RunReport, to output: inout some VisibleOutput) {
    var forms = FindingForms()
    var text = VisibleBuffer()
    for file in report.files {
      let path = VisibleBytes(VisibleText(file.path))
      listing.forEachRecord(of: file) { finding in
        text.add(path)
        if finding.hasPlace { text.add(":", finding.line, ":", finding.column) }
        let form = form(of: finding, in: &forms)
        text.add { $0.append(forms[form].message.span) }
        text.flushPiece(to: &output)
      }
      for rest in listing.rest(of: file) {
        let (more, all) = (Quantity.count(rest.findings), Quantity.count(rest.findingsInAll))
        text.add("\(file.path): \(rest.code) \(more) more that are not listed (\(all) in all)\n")
      }
      text.flushPiece(to: &output)
    }
    text.flush(to: &output)
    for sentence in RunSummary(report)?.unlisted ?? [] { output.write("\(sentence)\n") }
  }

  private func form(of finding: FindingRecord, in forms: inout FindingForms) -> Int {
    forms.fill(finding) {
      let rule = rules[finding.code]
      return FindingForm(
        beginning: Array(": \(rule.code) ".utf8), endOfMessage: [0x0A], endOfRemedy: [],
        RuleWords(rule) { VisibleText.append($0, to: &$1) })
    }
  }
}
