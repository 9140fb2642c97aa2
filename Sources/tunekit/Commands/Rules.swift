import Diagnostics
import ArgumentParser
import Reports
import SystemPackage
import TuningJobs

/// `tunekit rules`: lists all rules.
struct Rules: Command {
  static let configuration = CommandConfiguration(
    of: "tunekit", commandName: "rules", abstract: "List the rules.")

  enum Form: String, Choice {
    case text, json
  }

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format = Form.text

  @Option(help: .color) var color = ColorChoice.auto

  func perform() throws(Trouble) -> Outcome {
    var output = OutputStream.standardOutput
    let table = RulesTable(RuleBook.all)
    switch format {
    case .text:
      table.writeText(
        width: SystemCalls.columns(of: .standardOutput), isColored: color.isColored, to: &output)
    case .json: table.writeJSON(to: &output)
    }
    return Outcome(writing: output)
  }
}
