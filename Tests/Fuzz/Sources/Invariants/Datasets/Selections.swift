public import Diagnostics
import TuningDatasets

/// What holds for every selection of rules: it shows what all rules find, less what is not selected.
public enum Selections {
  /// Every rule, those that are off by default too.
  public static let all: RuleSettings = {
    var selection = RuleSettings(.datasets)
    for rule in RuleBook.datasets.rules { selection.select(rule.code) }
    return selection
  }()

  /// Throws unless the report with a selection follows from the one with all rules.
  ///
  /// What guards the reading itself is counted whether it is selected or not; of each rule the first findings in the
  /// data are kept.
  ///
  /// - Parameters:
  ///   - all: the report on the same file with ``all``, and of each rule at least as many findings kept.
  ///   - maximumFindings: the findings kept per rule in `selected`; 0 for all.
  public static func require(
    _ selected: FileReport, with selection: RuleSettings, maximumFindings: Int = 0, from all: FileReport
  ) throws(BrokenInvariant) {
    func require<Value: Equatable>(_ name: String, _ value: Value, _ expected: Value) throws(BrokenInvariant)
    {
      guard value == expected else {
        throw BrokenInvariant("a selection changes \(name): \(value), expected \(expected)")
      }
    }
    let counts = all.counts.compactMap { count -> FileReport.Count? in
      let isSelected = selection.contains(count.code)
      guard isSelected || RuleBook.datasets.rule(count.code)?.cannotBeUnselected == true else {
        return nil
      }
      return FileReport.Count(
        code: count.code, severity: count.severity, findings: count.findings, errors: count.errors,
        isHidden: !isSelected)
    }
    try require("counts", selected.counts, counts)
    var kept: [RuleCode: Int] = [:]
    let findings = all.findings.filter { finding in
      guard selection.contains(finding.code) else { return false }
      kept[finding.code, default: 0] += 1
      return maximumFindings == 0 || kept[finding.code, default: 0] <= maximumFindings
    }
    try require("findings", selected.findings, findings)
    try require("examples", selected.examples, all.examples)
    try require("examples not examined", selected.examplesNotExamined, all.examplesNotExamined)
    try require("turns", selected.turns, all.turns)
    try require("failure", selected.failure, all.failure)
  }

  /// About half of the rules.
  static func selection(_ noise: Noise) -> RuleSettings {
    let codes = RuleBook.datasets.rules.map(\.code).filter { noise.chooses($0.number) }
    return (try? RuleSettings(.datasets, select: codes.map(\.description), ignore: [])) ?? all
  }

  /// The selection of patterns by number, of which those count that are a rule's or a family's.
  ///
  ///     number   7 6 5    4 3 2 1 0
  ///              family   0: the whole family, 30, 31: its first and its second ten, else the code's last digits
  static func selection(select: [Int], ignore: [Int]) -> RuleSettings {
    let (select, ignore) = (select.compactMap(pattern), ignore.compactMap(pattern))
    // None of these patterns is unknown.
    return (try? RuleSettings(.datasets, select: select, ignore: ignore)) ?? all
  }

  private static func pattern(_ number: Int) -> String? {
    let family = number >> 5 & 7
    let pattern =
      switch number & 31 {
      case 0: family == 7 ? "TK" : "TK\(family)"
      case 30: "TK\(family)0"
      case 31: "TK\(family)1"
      case let rest: "TK\(family)" + (rest < 10 ? "0\(rest)" : "\(rest)")
      }
    return RuleBook.datasets.rules.contains { $0.code.description.hasPrefix(pattern) } ? pattern : nil
  }
}
