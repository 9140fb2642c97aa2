import ArgumentParser
import Diagnostics
import Reports
import SystemPackage
import TuningJobs

/// `tunekit explain`: what a rule looks for, why, and what to do.
struct Explain: Command {
  static let configuration = CommandConfiguration(commandName: "explain", abstract: "Explain rules.")

  @Argument(help: "The rules' codes or names, such as TK401 or unknown-role.")
  var rules: [String]

  @OptionGroup var color: ColorOptions

  func perform() throws(Trouble) -> Outcome {
    let descriptions = try rules.map(description)
    var output = OutputStream.standardOutput
    for (index, rule) in descriptions.enumerated() {
      if index > 0 { output.write("\n") }
      let width = SystemCalls.columns(of: .standardOutput)
      output.write(RuleExplanation(rule, width: width, isColored: color.isColored).text)
    }
    return Outcome(writing: output)
  }

  private func description(of rule: String) throws(Trouble) -> RuleDescription {
    guard let found = RuleBook.all.rule(named: rule) else {
      throw Trouble("no rule has the code or name '\(rule)': 'tunekit rules' lists them")
    }
    return found
  }
}
