import Diagnostics
import JSONLines

/// Counts all findings in a part of a file and keeps some.
struct FindingLedger: Sendable {
  private let selection: RuleSelection
  private let isCounted: ContiguousArray<Bool>
  private let maximumKept: Int
  private var counts = ContiguousArray(repeating: 0, count: RuleCode.tableLength)
  /// How many findings are kept, those before this part included.
  private var kept = ContiguousArray(repeating: 0, count: RuleCode.tableLength)
  private var severities = ContiguousArray(repeating: Severity.info, count: RuleCode.tableLength)
  private var findings: [Finding] = []

  init(selection: RuleSelection, maximumKept: Int) {
    self.selection = selection
    self.maximumKept = maximumKept
    isCounted = selection.counted
  }

  /// What a line's findings are made with.
  var lineFindings: LineFindings { LineFindings(isWanted: isCounted, mostStored: maximumKept) }

  /// Whether one more finding of a rule would be kept, besides so many that are still held back.
  func keeps(_ code: RuleCode, besides held: Int = 0) -> Bool {
    selection.contains(code) && (maximumKept == 0 || kept[code.number] + held < maximumKept)
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
    guard isCounted[item.code.number] else { return }
    count(item.code, item.severity)
    if keeps(item.code) { keep(Finding(item, in: line, number: number, offset: offset)) }
  }

  /// Counts a finding that is made already, so many times if it stands for several lines.
  mutating func add(_ finding: Finding, times: Int = 1) {
    guard isCounted[finding.code.number] else { return }
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
    if isCounted[description.code.number] { count(description.code, description.severity, times: times) }
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

  /// Begins a part of the file somewhere behind the one that `earlier` is of: what that has filled is kept no more.
  mutating func begin(behind earlier: FindingLedger) {
    for number in counts.indices {
      counts[number] = 0
      kept[number] = earlier.kept[number]
      severities[number] = .info
    }
    findings.removeAll(keepingCapacity: true)
  }

  /// Adds the findings of the part that follows, behind so many lines.
  mutating func append(_ next: FindingLedger, behind lines: Int) {
    for number in counts.indices where next.counts[number] > 0 {
      counts[number] += next.counts[number]
      severities[number] = max(severities[number], next.severities[number])
    }
    for finding in next.findings where keeps(finding.code) { keep(finding.moved(behind: lines)) }
  }

  // MARK: The result

  /// The findings kept: those about the whole file, then the others as they stand in the data.
  var sortedFindings: [Finding] {
    findings.sorted { left, right in
      guard let leftPlace = left.location, let rightPlace = right.location else {
        if (left.location == nil) != (right.location == nil) { return left.location == nil }
        return left.code < right.code
      }
      return (leftPlace.byteOffset, left.code) < (rightPlace.byteOffset, right.code)
    }
  }

  /// How many findings each rule has, by code.
  var ruleCounts: [FileReport.Count] {
    counts.indices.filter { counts[$0] > 0 }.map { number in
      let code = RuleCode(number: number)
      return FileReport.Count(
        code: code, severity: severities[number], findings: counts[number],
        isHidden: !selection.contains(code))
    }
  }
}
