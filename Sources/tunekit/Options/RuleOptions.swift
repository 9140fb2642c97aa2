import ArgumentParser
import Diagnostics
import Settings
import TuningJobs

/// Which rules run.
struct RuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Run these rules instead of the default ones: codes, code prefixes, names or ALL, separated by commas. A prefix does \
      not select rules that are off by default.
      """, valueName: "rules"), completion: .rules)
  var select: [String] = []

  @Option(
    help: ArgumentHelp("Run these rules in addition to the default ones.", valueName: "rules"),
    completion: .rules)
  var extendSelect: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Do not run these rules: codes, code prefixes, names or ALL, separated by commas. A rule that is also selected more \
      specifically runs. Findings that keep a line from being examined still count.
      """, valueName: "rules"), completion: .rules)
  var ignore: [String] = []

  /// Whether no option is given.
  var isEmpty: Bool { select.isEmpty && extendSelect.isEmpty && ignore.isEmpty }

  /// What the options say, which takes precedence over settings files.
  func layer() throws(Trouble) -> RuleLayer {
    // An empty list would select all rules that are on by default, which is not what the option says.
    guard select.isEmpty || !Self.patterns(select).isEmpty else {
      throw Trouble("--select is empty: 'tunekit rules' lists the codes and names")
    }
    func settings(_ lists: [String], _ option: String) -> [Setting<String>] {
      Self.patterns(lists).map { Setting($0, from: .option(option)) }
    }
    var layer = RuleLayer()
    layer.select = select.isEmpty ? nil : settings(select, "--select")
    layer.extendSelect = settings(extendSelect, "--extend-select")
    layer.ignore = settings(ignore, "--ignore")
    return layer
  }

  /// The rules that run, for what says that nothing is wrong: all rules that find errors must be among them, and no
  /// settings file is read, because another machine may not have it.
  func settingsOfReceipt() throws(Trouble) -> RuleSettings {
    let layer = try layer()
    let settings: RuleSettings
    do throws(RuleSettings.UnknownPattern) {
      settings = try Settings.none.rules(for: "", layer, in: .all)
    } catch {
      throw Self.unknown(error.pattern)
    }
    let leftOut = settings.errorsLeftOut
    guard let first = leftOut.first else { return settings }
    let codes = leftOut.count == 1 ? "\(first) is" : "\(first) and \(leftOut.count - 1) others are"
    throw Trouble(
      "a receipt needs every rule that finds errors, but --select or --ignore leaves rules out: \(codes) missing"
    )
  }

  /// The patterns in lists of them, separated by commas or spaces.
  static func patterns(_ lists: [String]) -> [String] {
    lists.flatMap { $0.split { $0 == "," || $0.isWhitespace }.map(String.init) }
  }

  /// What is said of a pattern that matches no rule.
  static func unknown(_ pattern: String) -> Trouble {
    let suggestion = RuleBook.all.name(meantBy: pattern).map { "did you mean '\($0)'? " } ?? ""
    return Trouble(
      "no rule has the code, prefix or name '\(pattern)': \(suggestion)'tunekit rules' lists them")
  }
}
