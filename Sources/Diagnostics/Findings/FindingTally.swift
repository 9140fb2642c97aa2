/// The findings in a part of a file: how many there are of each rule, and the first of them.
package struct FindingTally: Sendable, Codable {
  /// The findings of one rule.
  package struct Count: Sendable, Codable {
    package let code: RuleCode
    /// The greatest severity among them.
    package var severity: Severity
    package var findings: Int
    /// How many of them are errors.
    package var errors: Int
    /// How many of them are kept.
    package var kept: Int
  }

  /// The rules with findings, by code.
  package var counts: [Count] = []
  /// The findings that are kept, those of one rule in the order of the data, unless they are in `lanes`.
  package private(set) var findings: [Finding] = []
  /// The mistakes that are repeated in lines; none are looked for where the number of findings that are kept has no maximum.
  package private(set) var causes = RootCauses()
  /// Findings that are counted, but neither in `counts` nor in `causes` before they are settled.
  private var known = KnownCauses()
  /// What is kept of very many findings.
  private var lanes = FindingLanes()
  /// Memory for the finding that is being kept.
  private var record = FindingRecord()

  private enum CodingKeys: CodingKey { case counts, findings, causes, lanes }

  /// The most findings that are kept as they are where there is no maximum.
  private static let mostInMemory = 8

  /// No findings.
  package init() {}

  /// Appends the findings of the part that follows, after so many lines.
  package mutating func append(_ next: FindingTally, behind lines: Int, _ settings: RuleSettings) {
    for count in next.counts {
      add(count.code, count.severity, times: count.findings, errors: count.errors)
    }
    note { _ in }
    if settings.maximumFindings == 0 {
      for count in next.counts { counts[index(of: count.code)].kept += count.kept }
      for finding in next.findings { store(finding.moved(behind: lines), settings) }
      lanes.append(next.lanes, behind: lines, settings.storage)
      return lanes.close(settings.storage)
    }
    causes.append(next.causes, behind: lines)
    for finding in next.findings where settings.keeps(finding.code, having: kept(of: finding.code)) {
      keep(finding.moved(behind: lines), settings)
    }
  }

  // MARK: Causes

  /// Changes the causes, after which none is known by an identity.
  mutating func note(_ body: (inout RootCauses) -> Void) {
    settle()
    body(&causes)
    known = KnownCauses()
  }

  /// Whether causes are known by identities.
  var knowsCauses: Bool { !known.counts.isEmpty }

  /// Counts a finding of a cause that is known by its identity; false if it is not.
  @inline(__always)
  mutating func add(ofCause identity: UInt64, line: Int, isCounted: Bool) -> Bool {
    known.add(identity, line: line, isCounted: isCounted)
  }

  /// Counts a finding, which is counted for its rule already, for its cause.
  ///
  /// - Parameter identity: a number that only findings of this cause have, so that more of them need only be counted.
  mutating func addCause(
    _ code: RuleCode, _ severity: Severity, _ arguments: [String], at location: Location,
    identity: @autoclosure () -> UInt64?, making finding: () -> Finding
  ) {
    settle()
    let cause = causes.add(code, severity, arguments, at: location, making: finding)
    if !causes.wants(code) {
      known = KnownCauses()
    } else if let cause, let identity = identity() {
      known.note(identity, of: code, cause)
    }
  }

  /// Counts the findings that were counted apart because their causes are known.
  mutating func settle() {
    var isSettled = true
    for count in known.counts where count.findings > 0 {
      let severity = causes.add(count)
      let times = count.findings - count.counted
      if times > 0 { add(count.code, severity, times: times, errors: severity == .error ? times : 0) }
      isSettled = false
    }
    if !isSettled { known.clear() }
  }

  /// How many findings of a rule are kept.
  package func kept(of code: RuleCode) -> Int { counts.first { $0.code == code }?.kept ?? 0 }

  /// Keeps a finding that is counted.
  package mutating func keep(_ finding: Finding, _ settings: RuleSettings) {
    counts[index(of: finding.code)].kept += 1
    store(finding, settings)
  }

  /// Keeps a finding of a rule that is counted; `fill` makes all of it, in memory that is used again.
  package mutating func keep(
    _ code: RuleCode, _ severity: Severity, _ settings: RuleSettings,
    filling fill: (inout FindingRecord) -> Void
  ) {
    counts[index(of: code)].kept += 1
    fill(&record)
    record.severity = severity
    if isLong(settings), record.hasPlace {
      lanes.append(&record, settings.storage)
    } else {
      findings.append(record.finding)
    }
  }

  private mutating func store(_ finding: Finding, _ settings: RuleSettings) {
    guard isLong(settings), finding.location != nil else { return findings.append(finding) }
    record.set(finding)
    lanes.append(&record, settings.storage)
  }

  /// Whether so many findings are kept that the next is kept as bytes.
  private func isLong(_ settings: RuleSettings) -> Bool {
    settings.maximumFindings == 0 && findings.count >= Self.mostInMemory
  }

  /// Hands what is kept of very many findings to the storage.
  package mutating func close(_ settings: RuleSettings) { lanes.close(settings.storage) }

  /// Whether there was no room for some of the findings.
  package var hasLost: Bool { lanes.hasLost }

  /// Counts findings of a rule.
  ///
  /// - Parameters:
  ///   - severity: the greatest severity among them.
  ///   - errors: how many of them are errors.
  package mutating func add(_ code: RuleCode, _ severity: Severity, times: Int, errors: Int) {
    let index = index(of: code)
    counts[index].findings += times
    counts[index].errors += errors
    counts[index].severity = max(counts[index].severity, severity)
  }

  /// The index of a rule's count. Adds the count if it is missing.
  private mutating func index(of code: RuleCode) -> Int {
    let index = counts.firstIndex { $0.code >= code } ?? counts.endIndex
    if index == counts.endIndex || counts[index].code != code {
      counts.insert(Count(code: code, severity: .info, findings: 0, errors: 0, kept: 0), at: index)
    }
    return index
  }

  // MARK: The result

  /// The findings kept: those about the whole file, then the others in the order of the data.
  package var kept: KeptFindings {
    let sorted = findings.sorted { left, right in
      guard let leftPlace = left.location, let rightPlace = right.location else {
        if (left.location == nil) != (right.location == nil) { return left.location == nil }
        return left.code < right.code
      }
      return (leftPlace.byteOffset, left.code) < (rightPlace.byteOffset, right.code)
    }
    var lanes = lanes
    lanes.close(nil)
    let kept = counts.map { ($0.code, $0.kept) }
    return KeptFindings(sorted, lanes, Dictionary(uniqueKeysWithValues: kept))
  }

  /// The mistakes that are repeated in lines, by rule.
  package var rootCauses: [RootCause] { causes.all }

  /// How many findings each rule has, by code.
  package func counts(_ settings: RuleSettings) -> [FileReport.Count] {
    counts.map { count in
      FileReport.Count(
        code: count.code, severity: count.severity, findings: count.findings, errors: count.errors,
        isHidden: settings.hides(count.code))
    }
  }
}
