import ArgumentParser
import Diagnostics
import TuningDatasets

/// How many findings are shown.
struct FindingOptions: ParsableArguments {
  @Option(
    name: .customLong("max-findings"),
    help: ArgumentHelp("The findings to show per rule and file; 0 for all. All are counted.", valueName: "n"))
  var maximumFindings = RuleSettings(.datasets).maximumFindings

  /// How many findings are kept of a rule in a file, if that is a number that makes sense; 0 for all.
  func checkedMaximum() throws(Trouble) -> Int {
    guard maximumFindings >= 0 else {
      throw Trouble("--max-findings takes 0 or a positive number, not \(maximumFindings)")
    }
    return maximumFindings
  }
}
