import ArgumentParser
import Diagnostics
import Reports
import SystemPackage
import TuningJobs

/// `tunekit explain`: what a rule looks for, why, and what to do.
struct Explain: Command {
  static let configuration = CommandConfiguration(
    of: "tunekit", commandName: "explain", abstract: "Explain rules.")

  @Argument(
    help: "The rules' codes, code prefixes or names, or ALL: TK401, TK4, unknown-role.", completion: .rules)
  var rules: [String]

  @Option(help: .color) var color = ColorChoice.auto

  func perform() throws(Trouble) -> Outcome {
    var descriptions: [RuleDescription] = []
    for list in rules { descriptions += try Self.descriptions(of: list) }
    var output = OutputStream.standardOutput
    for (index, rule) in descriptions.enumerated() {
      if index > 0 { output.write("\n") }
      let width = SystemCalls.columns(of: .standardOutput)
      output.write(RuleExplanation(rule, width: width, isColored: color.isColored).text)
    }
    return Outcome(writing: output)
  }

  /// The rules in a list of patterns.
  private static func descriptions(of list: String) throws(Trouble) -> [RuleDescription] {
    let patterns = RuleOptions.patterns([list])
    var descriptions: [RuleDescription] = []
    for pattern in patterns.isEmpty ? [list] : patterns {
      guard let match = RuleBook.all.rules(matching: pattern) else { throw RuleOptions.unknown(pattern) }
      descriptions += match.rules
    }
    return descriptions
  }
}
