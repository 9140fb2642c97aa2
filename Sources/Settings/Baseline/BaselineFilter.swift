public import Diagnostics

/// Takes the findings out of reports that a baseline knows: of equal ones the first in the order of the files, as many as
/// are known, so it does not depend on the number of threads.
public struct BaselineFilter {
  private let baseline: Baseline
  private let book: RuleBook
  /// How many findings of each entry have not been found yet.
  private var left: ContiguousArray<UInt32>
  /// The indices of the entries about whole files that were found as warnings or remarks.
  private var foundAboutFiles: Set<Int> = []
  /// How many findings were taken out.
  public private(set) var suppressed = 0

  /// Begins with all findings of a baseline.
  public init(_ baseline: Baseline, _ book: RuleBook) {
    self.baseline = baseline
    self.book = book
    left = ContiguousArray(baseline.entries.map(\.count))
  }

  /// The report on a file without the findings that are known.
  ///
  /// - Parameters:
  ///   - report: a report that keeps all findings.
  ///   - most: the most findings that are kept of a rule; 0 for all.
  /// - Complexity: O(log n) in the entries for each finding.
  public mutating func apply(to report: FileReport, keeping most: Int) -> FileReport {
    let (rest, known) = report.filtered(keeping: most) { take($0) }
    suppressed += known
    return FileReport(rest, kept: rest.kept, counts: rest.counts, inBaseline: known)
  }

  /// Takes known findings as found, without a report on them.
  public mutating func pass(_ report: FileReport) {
    for finding in report.kept { _ = take(finding) }
  }

  /// How many of a finding's occurrences are known.
  private mutating func take(_ finding: Finding) -> Int {
    guard Baseline.takes(finding, in: book), let index = baseline.index(of: finding) else { return 0 }
    // One dataset in several files has what is said of a file several times. Where the severity differs from file to
    // file, this leaves what is known of errors, so the order of the files does not matter.
    if finding.isAboutFile, finding.severity < .error {
      foundAboutFiles.insert(index)
      return finding.occurrences
    }
    let known = min(finding.occurrences, Int(left[index]))
    left[index] -= UInt32(known)
    return known
  }

  /// How many entries have findings that were not found, of the rules that ran.
  public func stale(where runs: (RuleCode) -> Bool) -> Int {
    baseline.entries.indices.count { index in
      left[index] > 0 && !foundAboutFiles.contains(index)
        && runs(RuleCode(number: Int(baseline.entries[index].code)))
    }
  }
}
