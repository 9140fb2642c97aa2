import ArgumentParser
import Diagnostics
import TuningDatasets

/// How many findings are shown.
struct FindingOptions: ParsableArguments {
  @Option(
    name: .customLong("max-findings"), parsing: .unconditional,
    help: ArgumentHelp(
      "The most findings to show per rule and file; 0 shows all. All findings are counted.", valueName: "n"))
  var maximumFindings = RuleSettings(.datasets).maximumFindings

  /// The maximum number of findings that are kept per rule and file; 0 keeps all.
  ///
  /// - Throws: ``Trouble`` if the number is negative.
  func checkedMaximum() throws(Trouble) -> Int {
    guard maximumFindings >= 0 else {
      throw Trouble("--max-findings takes 0 or a positive number, not \(maximumFindings)")
    }
    return maximumFindings
  }
}
