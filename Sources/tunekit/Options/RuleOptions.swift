import ArgumentParser
import TuningDatasets

/// Which rules run, and how many of their findings are shown.
struct RuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Run these rules in place of the default ones: codes, prefixes of codes, names, or ALL, separated by commas. A prefix \
      leaves out rules that are off by default.
      """, valueName: "rules"))
  var select: [String] = []

  @Option(help: ArgumentHelp("Run these rules as well as the default ones.", valueName: "rules"))
  var extendSelect: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Leave these rules out: codes, prefixes or names, separated by commas. What keeps a line from being examined still \
      counts.
      """, valueName: "rules"))
  var ignore: [String] = []

  @Option(
    name: .customLong("max-findings"),
    help: ArgumentHelp("The findings to show per rule and file; 0 for all. All are counted.", valueName: "n"))
  var maximumFindings = Limits().maximumFindings

  /// The rules that run.
  func selection() throws(Trouble) -> RuleSelection {
    // An empty list would select what nobody meant: all rules that are on by default.
    guard select.isEmpty || !Self.patterns(select).isEmpty else {
      throw Trouble("--select names no rule: 'tunekit rules' lists the codes and names")
    }
    do throws(RuleSelection.UnknownPattern) {
      return try RuleSelection(
        select: Self.patterns(select), extendSelect: Self.patterns(extendSelect),
        ignore: Self.patterns(ignore))
    } catch {
      throw Trouble("no rule has the code, prefix or name '\(error.pattern)': 'tunekit rules' lists them")
    }
  }

  /// How many findings are kept of a rule in a file, if that is a number that makes sense; 0 for all.
  func checkedMaximum() throws(Trouble) -> Int {
    guard maximumFindings >= 0 else {
      throw Trouble("--max-findings takes 0 or a positive number, not \(maximumFindings)")
    }
    return maximumFindings
  }

  private static func patterns(_ lists: [String]) -> [String] {
    lists.flatMap { $0.split(separator: ",").map { $0.filter { !$0.isWhitespace } } }
  }
}
