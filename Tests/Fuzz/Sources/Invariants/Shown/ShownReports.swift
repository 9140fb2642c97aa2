import Diagnostics
import Reports

/// What holds for reports as they are shown: to people, and to programs.
enum ShownReports {
  /// The most findings that are shown: to word tens of thousands would take seconds.
  private static let mostFindings = 500

  static func require(_ files: [FileReport], rules: [RuleDescription]) throws(BrokenInvariant) {
    guard files.allSatisfy({ $0.findings.count <= mostFindings }) else { return }
    let run = RunReport(
      toolVersion: "1", catalogDate: "2026-11-22", model: nil, files: files, elapsedSeconds: 1)
    let index = RuleBook(rules)
    var text = ""
    TextReport(rules: index, width: 60, isColored: false, listing: .everything)
      .write(run, to: &text)
    try ShownText.require(text, "the report")
    var json = ""
    JSONReport(rules: index).write(run, to: &json)
    try ShownText.requireJSON(Array(json.utf8), "the report")
  }
}
