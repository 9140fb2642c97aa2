public import Diagnostics

/// Which findings a report lists, one by one, and how many more it only counts.
public struct FindingListing: Sendable {
  /// The number of findings of a rule in a file that are not listed because there are too many.
  struct Rest {
    let code: RuleCode
    /// How many are not listed.
    let findings: Int
    /// How many there are in all.
    let findingsInAll: Int
  }

  /// The rules whose remarks are listed; nil for all.
  private let rulesWithRemarks: Set<RuleCode>?

  /// Everything that was kept.
  public static let everything = FindingListing(rulesWithRemarks: nil)

  /// Errors and warnings, and the remarks (findings that are only worth knowing) of these rules.
  public static func errorsAndWarnings(withRemarksOf rules: Set<RuleCode> = []) -> FindingListing {
    FindingListing(rulesWithRemarks: rules)
  }

  /// Whether findings are listed, not only counted.
  func lists(_ code: RuleCode, _ severity: Severity) -> Bool {
    severity > .info || rulesWithRemarks?.contains(code) != false
  }

  /// The findings of a file that are listed, in their order.
  func findings(of file: FileReport) -> some Sequence<Finding> {
    file.kept.lazy.filter { lists($0.code, $0.severity) }
  }

  /// Calls `body` for the findings of a file that are listed, in their order. Each is in the memory of the one before.
  func forEachRecord(of file: FileReport, _ body: (borrowing FindingRecord) -> Void) {
    file.kept.forEachRecord { if lists($0.code, $0.severity) { body($0) } }
  }

  /// The listed rules that have more findings in a file than were kept.
  func rest(of file: FileReport) -> [Rest] {
    file.counts.filter { !$0.isHidden && lists($0.code, $0.severity) }.compactMap { count in
      let kept = file.kept.count(of: count.code)
      return count.findings > kept
        ? Rest(code: count.code, findings: count.findings - kept, findingsInAll: count.findings) : nil
    }
  }
}
