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
    let settings = RuleSettings(index)
    var choices = ReportChoices(rules: index) { code, _ in settings.contains(code) }
    choices.listing = .everything
    choices.width = 60
    // One of the others at a time: all of them for each input would take most of the time.
    let others = ReportForm.allCases.filter { $0 != .text && $0 != .json }
    let other = others[files.reduce(0) { $0 + $1.bytes } % others.count]
    for form in [.text, .json, other] {
      var text = ""
      form.reporter(choices).write(run, to: &text)
      try require(text, form)
    }
  }

  private static func require(_ text: String, _ form: ReportForm) throws(BrokenInvariant) {
    switch form {
    case .json, .sarif: try ShownText.requireJSON(Array(text.utf8), "the report as \(form)")
    // The judge is one of lines, which are objects.
    case .gitlab:
      let object = "{\"issues\": \(text.dropLast())}"
      try ShownText.requireJSON(Array(object.utf8), "the report as \(form)")
    case .jsonl:
      for line in text.split(separator: "\n") { try ShownText.requireJSON(Array(line.utf8), "a finding") }
    default: try ShownText.require(text, "the report as \(form)")
    }
  }
}
