import Diagnostics
import JSONLines

/// Counts all findings in a part of a file and keeps some.
struct FindingLedger: Sendable {
  let settings: FindingSettings
  /// What was counted and kept.
  private(set) var tally: FindingTally
  /// The counts of the parts before, whose findings count as kept here.
  private var earlier: [FindingTally.Count] = []

  /// An empty ledger, or one that continues a tally.
  init(_ settings: FindingSettings, _ tally: FindingTally = FindingTally()) {
    self.settings = settings
    self.tally = tally
  }

  /// Counts the findings of a line, which are in order; text is made only of those that are kept.
  mutating func add(_ findings: borrowing LineFindings, in line: LineBytes, number: Int, offset: Int) {
    guard findings.count > 0 else { return }
    var places = LinePlaces(of: line)
    for index in 0..<findings.count {
      let item = findings[index]
      if count(item.code, item.severity) {
        tally.findings.append(Finding(item, in: line, number: number, offset: offset, places: &places))
      }
    }
    var counted: Set<RuleCode> = []
    for index in 0..<findings.count {
      let others = findings.others(beside: findings[index])
      guard others.count > 0, counted.insert(findings[index].code).inserted else { continue }
      tally.add(findings[index].code, others.severity, times: others.count)
    }
  }

  /// Counts a finding of a line; its text is made only if it is kept.
  mutating func add(_ item: LineFindings.Item, in line: LineBytes, number: Int, offset: Int) {
    guard settings.counts(item.code) else { return }
    if count(item.code, item.severity) {
      tally.findings.append(Finding(item, in: line, number: number, offset: offset))
    }
  }

  /// Counts a finding that is made already, so many times if it stands for several lines.
  mutating func add(_ finding: Finding, times: Int = 1) {
    guard settings.counts(finding.code) else { return }
    if count(finding.code, finding.severity, times: times) { tally.findings.append(finding) }
  }

  /// Counts a finding about the whole file.
  mutating func add<Found: Rule>(_ rule: Found.Type, as severity: Severity? = nil, _ arguments: String...) {
    let description = Found.description
    add(
      Finding(
        code: description.code, severity: severity ?? description.severity, arguments: arguments,
        location: nil,
        excerpt: nil))
  }

  /// Counts findings that are not kept.
  mutating func count<Found: Rule>(_ rule: Found.Type, times: Int) {
    let description = Found.description
    if times > 0, settings.counts(description.code) {
      tally.add(description.code, description.severity, times: times)
    }
  }

  /// Counts a finding, so many times if it stands for several lines.
  ///
  /// - Returns: whether it is kept.
  private mutating func count(_ code: RuleCode, _ severity: Severity, times: Int = 1) -> Bool {
    let index = tally.add(code, severity, times: times)
    let keptBefore = earlier.first { $0.code == code }?.kept ?? 0
    guard settings.keeps(code, having: keptBefore + tally.counts[index].kept) else { return false }
    tally.counts[index].kept += 1
    return true
  }

  /// Begins a part of the file somewhere behind one that has a tally: what that has filled is kept no more.
  mutating func begin(behind earlier: FindingTally) {
    tally = FindingTally()
    self.earlier = earlier.counts
  }
}
