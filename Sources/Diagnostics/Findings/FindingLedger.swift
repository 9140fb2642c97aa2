/// Counts all findings of a part of a file, or of a job, and keeps some.
package struct FindingLedger: Sendable {
  package let settings: RuleSettings
  /// What was counted and kept.
  package var tally: FindingTally {
    var tally = open
    tally.settle()
    return tally
  }
  /// The same, but for some that are counted apart.
  private var open: FindingTally
  /// Whether the findings of a rule count, by the number of its code.
  private let isCounted: ContiguousArray<Bool>
  /// The counts of the parts before, whose findings count as kept here.
  private var earlier: [FindingTally.Count] = []
  /// Whether it is known that no more findings of a rule are kept, by the number of its code.
  private var isFull = ContiguousArray(repeating: false, count: RuleCode.tableLength)

  /// An empty ledger, or one that continues a tally.
  package init(_ settings: RuleSettings, _ tally: FindingTally = FindingTally()) {
    self.settings = settings
    open = tally
    isCounted = settings.counted
  }

  /// Counts a finding of a rule, so many times if it represents several lines; it is made only if it is kept.
  package mutating func add(
    _ code: RuleCode, _ severity: Severity, times: Int = 1, making finding: () -> Finding
  ) {
    guard times > 0, isCounted[code.number] else { return }
    let judged = settings.chosenSeverity(of: code) ?? severity
    open.add(code, judged, times: times, errors: judged == .error ? times : 0)
    if keepsThis(code) { open.keep(finding().with(severity: judged), settings) }
  }

  /// Counts a finding of a rule; `fill` makes it, only if it is kept, in a record whose content means nothing.
  package mutating func add(
    _ code: RuleCode, _ severity: Severity, filling fill: (inout FindingRecord) -> Void
  ) {
    guard isCounted[code.number] else { return }
    let judged = settings.chosenSeverity(of: code) ?? severity
    open.add(code, judged, times: 1, errors: judged == .error ? 1 : 0)
    if keepsThis(code) { open.keep(code, judged, settings, filling: fill) }
  }

  /// Whether a finding of a rule is kept. After the first that is not, none is.
  private mutating func keepsThis(_ code: RuleCode) -> Bool {
    if isFull[code.number] { return false }
    let keepsMore = keepsMore(of: code)
    if !keepsMore { isFull[code.number] = true }
    return keepsMore
  }

  /// Whether root causes are known by identities.
  package var knowsCauses: Bool { open.knowsCauses }

  /// Counts a finding if no more has to be known of it: none of its rule are kept any more, and its root cause is known by its
  /// identity. False if not.
  @inline(__always)
  package mutating func add(_ code: RuleCode, ofCause identity: UInt64, line: Int) -> Bool {
    isFull[code.number] && open.add(ofCause: identity, line: line, isCounted: false)
  }

  /// Counts a finding, which is counted for its rule already, for its root cause if that is known by its identity.
  package mutating func addCause(_ identity: UInt64, line: Int) -> Bool {
    open.add(ofCause: identity, line: line, isCounted: true)
  }

  /// Whether a finding of a rule would be kept.
  package func keepsMore(of code: RuleCode) -> Bool {
    if settings.maximumFindings == 0 { return settings.contains(code) }
    return settings.keeps(code, having: (earlier.first { $0.code == code }?.kept ?? 0) + open.kept(of: code))
  }

  /// Whether there was no room for some of the findings.
  package var hasLost: Bool { open.hasLost }

  /// Whether the root causes of a rule's findings are looked for.
  package func wantsCauses(of code: RuleCode) -> Bool {
    settings.maximumFindings > 0 && settings.contains(code) && open.causes.wants(code)
  }

  /// Counts a finding in a line for its root cause, for which it is made if it is the first.
  ///
  /// - Parameter identity: a number that only findings of this cause have; nil without one. It is asked for once the cause has enough
  ///   findings.
  package mutating func addCause(
    _ code: RuleCode, _ severity: Severity, _ arguments: [String], at location: Location,
    identity: @autoclosure () -> UInt64? = nil, making finding: () -> Finding
  ) {
    let judged = settings.chosenSeverity(of: code) ?? severity
    open.addCause(code, judged, arguments, at: location, identity: identity()) {
      finding().with(severity: judged)
    }
  }

  /// Counts a finding in a line that is made already, also for its root cause.
  package mutating func add(inLine finding: Finding) {
    add(finding)
    guard let location = finding.location, wantsCauses(of: finding.code) else { return }
    addCause(finding.code, finding.severity, finding.arguments, at: location) { finding }
  }

  /// Keeps only the root causes of several findings.
  package mutating func endCauses() { open.note { $0.keepRepeated() } }

  /// Looks for no root causes of a rule's findings, because not all of them are known.
  package mutating func giveUpCauses(of code: RuleCode) {
    if wantsCauses(of: code) { open.note { $0.giveUp(code) } }
  }

  /// Whether findings of a rule count.
  package func counts(_ code: RuleCode) -> Bool { isCounted[code.number] }

  /// Adds findings that were counted apart, all of them behind those that are here.
  package mutating func append(_ next: FindingTally) { open.append(next, behind: 0, settings) }

  /// Hands what is kept of very many findings to the storage.
  package mutating func close() { open.close(settings) }

  /// Counts a finding that is made already, so many times if it represents several lines.
  package mutating func add(_ finding: Finding, times: Int = 1) {
    add(finding.code, finding.severity, times: times) {
      times == 1 ? finding : finding.with(fingerprint: finding.fingerprint, occurrences: times)
    }
  }

  /// Counts a finding about the whole file.
  package mutating func add<Found: Rule>(
    _ rule: Found.Type, as severity: Severity? = nil, _ arguments: String...
  ) {
    let description = Found.description
    add(
      Finding(
        code: description.code, severity: severity ?? description.severity, arguments: arguments))
  }

  /// Counts findings that are not kept, given the greatest severity among them and how many are errors.
  package mutating func count(_ code: RuleCode, _ severity: Severity, times: Int, errors: Int) {
    guard times > 0, isCounted[code.number] else { return }
    guard let chosen = settings.chosenSeverity(of: code) else {
      return open.add(code, severity, times: times, errors: errors)
    }
    open.add(code, chosen, times: times, errors: chosen == .error ? times : 0)
  }

  /// Begins a part of the file somewhere after one that has a tally: what that has filled is kept no more.
  package mutating func begin(behind earlier: FindingTally) {
    open = FindingTally()
    self.earlier = earlier.counts
    for number in isFull.indices { isFull[number] = false }
  }
}
