public import Diagnostics

/// Makes a baseline of the findings of a run.
public struct BaselineCollector {
  private let book: RuleBook
  private var entries: ContiguousArray<Baseline.Entry> = []
  /// How many entries are in their order and different.
  private var merged = 0

  /// Begins without findings.
  public init(_ book: RuleBook) { self.book = book }

  /// Adds the findings of a file. The report must have kept all findings.
  ///
  /// - Throws: a fault if there are more different findings than a baseline has.
  /// - Complexity: O(n log n) in the findings; memory for the different ones.
  public mutating func add(_ report: FileReport) throws(SettingsFault) {
    for finding in report.kept where Baseline.takes(finding, in: book) {
      entries.append(Baseline.Entry(finding, count: finding.occurrences))
      if entries.count - merged > Baseline.maximumEntries { try merge() }
    }
  }

  /// Adds what another baseline says of some rules.
  public mutating func add(_ baseline: Baseline, where isKept: (RuleCode) -> Bool) {
    for entry in baseline.entries where isKept(RuleCode(number: Int(entry.code))) { entries.append(entry) }
  }

  /// The baseline of all findings that were added.
  public consuming func baseline() throws(SettingsFault) -> Baseline {
    try merge()
    return Baseline(entries)
  }

  private mutating func merge() throws(SettingsFault) {
    entries.sort { $0.isBefore($1) }
    var last = 0
    for index in entries.indices.dropFirst() {
      if entries[index].isSame(as: entries[last]) {
        let sum = entries[last].count.addingReportingOverflow(entries[index].count)
        entries[last].count = sum.overflow ? .max : sum.partialValue
      } else {
        last += 1
        entries[last] = entries[index]
      }
    }
    if !entries.isEmpty { entries.removeLast(entries.count - last - 1) }
    merged = entries.count
    guard merged <= Baseline.maximumEntries else {
      throw SettingsFault(
        "there are more than \(Baseline.maximumEntries) different findings, too many for a baseline: ignore or fix "
          + "those of the most frequent rule first")
    }
  }
}
