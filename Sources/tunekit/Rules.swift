import ArgumentParser
import Reports
import SystemPackage
import TuningDatasets

/// `tunekit rules`: all rules at a glance.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List the rules.")

  @Option(help: "How to show them: text or json.")
  var format = ReportFormat.text

  @Option(help: "When to colour the text: auto, always or never.")
  var color = ColorChoice.auto

  func run() throws {
    var output = OutputStream.standardOutput
    let table = RulesTable(RuleIndex(RuleRegistry.descriptions))
    switch format {
    case .text:
      table.writeText(
        width: SystemCalls.columns(of: .standardOutput), isColored: color.isColored, to: &output)
    case .json: table.writeJSON(to: &output)
    }
    try output.finish()
  }
}
