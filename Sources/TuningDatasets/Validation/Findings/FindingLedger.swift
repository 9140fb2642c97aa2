import Diagnostics
import JSONLines

/// Counts all findings in a part of a file and keeps some.
struct FindingLedger: Sendable {
  let settings: FindingSettings
  private var counts = ContiguousArray(repeating: 0, count: RuleCode.tableLength)
  /// How many findings are kept.
  private var kept = ContiguousArray(repeating: 0, count: RuleCode.tableLength)
  /// How many are kept of the parts before, which count as kept here.
  private var keptBefore = ContiguousArray(repeating: 0, count: RuleCode.tableLength)
  private var severities = ContiguousArray(repeating: Severity.info, count: RuleCode.tableLength)
  private var findings: [Finding] = []

  /// An empty ledger, or one that goes on with a tally.
  init(_ settings: FindingSettings, _ tally: FindingTally = FindingTally()) {
    self.settings = settings
    findings = tally.findings
    for count in tally.counts {
      counts[count.code.number] = count.findings
      kept[count.code.number] = count.kept
      severities[count.code.number] = count.severity
    }
  }

  /// What is in the ledger.
  var tally: FindingTally {
    FindingTally(
      counts: counts.indices.filter { counts[$0] > 0 }.map {
        FindingTally.Count(
          code: RuleCode(number: $0), severity: severities[$0], findings: counts[$0], kept: kept[$0])
      }, findings: findings)
  }

  private func keeps(_ code: RuleCode) -> Bool {
    settings.keeps(code, having: kept[code.number] + keptBefore[code.number])
  }

  /// Counts the findings of a line, which are in order; text is made only of those that are kept.
  mutating func add(_ findings: borrowing LineFindings, in line: LineBytes, number: Int, offset: Int) {
    guard findings.count > 0 else { return }
    var places = LinePlaces(of: line)
    for index in 0..<findings.count {
      let item = findings[index]
      count(item.code, item.severity)
      if keeps(item.code) { keep(Finding(item, in: line, number: number, offset: offset, places: &places)) }
    }
    var counted: Set<RuleCode> = []
    for index in 0..<findings.count {
      let others = findings.others(beside: findings[index])
      guard others.count > 0, counted.insert(findings[index].code).inserted else { continue }
      count(findings[index].code, others.severity, times: others.count)
    }
  }

  /// Counts a finding of a line; its text is made only if it is kept.
  mutating func add(_ item: LineFindings.Item, in line: LineBytes, number: Int, offset: Int) {
    guard settings.counts(item.code) else { return }
    count(item.code, item.severity)
    if keeps(item.code) { keep(Finding(item, in: line, number: number, offset: offset)) }
  }

  /// Counts a finding that is made already, so many times if it stands for several lines.
  mutating func add(_ finding: Finding, times: Int = 1) {
    guard settings.counts(finding.code) else { return }
    count(finding.code, finding.severity, times: times)
    if keeps(finding.code) { keep(finding) }
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
      count(description.code, description.severity, times: times)
    }
  }

  private mutating func count(_ code: RuleCode, _ severity: Severity, times: Int = 1) {
    counts[code.number] += times
    severities[code.number] = max(severities[code.number], severity)
  }

  private mutating func keep(_ finding: Finding) {
    kept[finding.code.number] += 1
    findings.append(finding)
  }

  // MARK: Parts of a file

  /// Begins a part of the file somewhere behind one that has a tally: what that has filled is kept no more.
  mutating func begin(behind earlier: FindingTally) {
    for number in counts.indices {
      counts[number] = 0
      kept[number] = 0
      keptBefore[number] = 0
      severities[number] = .info
    }
    for count in earlier.counts { keptBefore[count.code.number] = count.kept }
    findings.removeAll(keepingCapacity: true)
  }
}
