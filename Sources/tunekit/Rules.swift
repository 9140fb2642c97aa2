import Diagnostics
import ArgumentParser
import Reports
import SystemPackage
import TuningJobs

/// `tunekit rules`: all rules at a glance.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rules", abstract: "List the rules.")

  @Option(help: ArgumentHelp("How to show them.", valueName: "form"))
  var format = ReportFormat.text

  @Option(help: ArgumentHelp("When to colour the text.", valueName: "when"))
  var color = ColorChoice.auto

  func run() throws {
    var output = OutputStream.standardOutput
    let table = RulesTable(RuleBook.all)
    switch format {
    case .text:
      table.writeText(
        width: SystemCalls.columns(of: .standardOutput), isColored: color.isColored, to: &output)
    case .json: table.writeJSON(to: &output)
    }
    try output.finish()
  }
}
