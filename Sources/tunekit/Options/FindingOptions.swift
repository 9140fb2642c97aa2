import ArgumentParser
import Diagnostics

/// How many findings are shown.
struct FindingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The findings to show per rule and file; 0 for all. All are counted.", valueName: "n"))
  var maxFindings = RuleSettings(RuleBook([])).maximumFindings

  /// How many findings are kept of a rule in a file; 0 for all.
  func maximumFindings() throws(Trouble) -> Int {
    guard maxFindings >= 0 else {
      throw Trouble("--max-findings takes 0 or a positive number, not \(maxFindings)")
    }
    return maxFindings
  }
}
