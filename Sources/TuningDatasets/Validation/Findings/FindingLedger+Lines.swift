package import Diagnostics
package import JSONLines

extension FindingLedger {
  /// Counts the findings of a line; text is made only of those that are kept. Of most no more is asked than which root cause they
  /// have. Once enough findings of a rule are kept and no root causes of it are looked for, its findings
  /// in later lines are counted and not stored.
  ///
  /// - Parameter example: what was read of the line; it is not changed.
  mutating func add(
    _ findings: inout LineFindings, of example: inout TrainingExample, in line: LineBytes, number: Int,
    offset: Int
  ) {
    if findings.isEmpty { return }
    if knowsCauses {
      findings.removeAll(of: &example) { add($0, ofCause: $1, line: number) }
      if findings.isEmpty { return }
    }
    findings.sort()
    var content: UInt64?
    for index in 0..<findings.count {
      let code = findings[index].code
      if wantsCauses(of: code) {
        let identity = findings.identity(of: index, &example)
        addFound(index, of: &findings, identity, in: line, number: number, offset: offset, &content)
      } else {
        addFound(index, of: &findings, in: line, number: number, offset: offset, &content)
        if !keepsMore(of: code) { findings.fill(code) }
      }
    }
    findings.forEachCountedOnly {
      count($0, $1, times: $2, errors: $3)
      giveUpCauses(of: $0)
    }
  }

  /// Counts a finding of a line; its text is made only if it is kept.
  @inline(never)
  private mutating func addFound(
    _ index: Int, of findings: inout LineFindings, in line: LineBytes, number: Int, offset: Int,
    _ content: inout UInt64?
  ) {
    let item = findings[index]
    findings.beginPlaces(of: line)
    add(item.code, item.severity) {
      let hash = content ?? Fingerprint.contentHash(of: line)
      content = hash
      $0.set(
        item, in: line, number: number, offset: offset, places: &findings.places, content: hash)
    }
  }

  /// Counts a finding of a line, also for its root cause. Its text is made once, if it is kept or if nothing like it was found
  /// before.
  @inline(never)
  private mutating func addFound(
    _ index: Int, of findings: inout LineFindings, _ identity: UInt64, in line: LineBytes, number: Int,
    offset: Int, _ content: inout UInt64?
  ) {
    let item = findings[index]
    findings.beginPlaces(of: line)
    func finding() -> Finding {
      let hash = content ?? Fingerprint.contentHash(of: line)
      content = hash
      var record = FindingRecord()
      record.set(
        item, in: line, number: number, offset: offset, places: &findings.places, content: hash)
      return record.finding
    }
    var kept: Finding?
    add(item.code, item.severity) {
      let finding = finding()
      kept = finding
      return finding
    }
    if addCause(identity, line: number) { return }
    let location =
      kept?.location ?? Location(of: item.offset, number: number, offset: offset, places: &findings.places)
    addCause(
      item.code, item.severity, kept?.arguments ?? item.arguments(in: line), at: location,
      identity: item.arguments.1.isTold(in: line) && item.arguments.2.isTold(in: line) ? identity : nil
    ) {
      kept ?? finding()
    }
  }

  /// Counts a finding of a line; its text is made only if it is kept.
  mutating func add(_ item: LineFindings.Item, in line: LineBytes, number: Int, offset: Int) {
    add(item.code, item.severity) { $0.set(item, in: line, number: number, offset: offset) }
  }
}

extension FindingTally {
  /// Counts a finding of a line; its text is made only if it is kept.
  mutating func add(
    _ item: LineFindings.Item, in line: LineBytes, number: Int, offset: Int, _ settings: RuleSettings
  ) {
    let severity = settings.chosenSeverity(of: item.code) ?? item.severity
    add(item.code, severity, times: 1, errors: severity == .error ? 1 : 0)
    guard settings.keeps(item.code, having: kept(of: item.code)) else { return }
    keep(item.code, severity, settings) { $0.set(item, in: line, number: number, offset: offset) }
  }
}

extension Fingerprint {
  /// The hash of a line, without its line end. O(length of the line).
  package static func contentHash(of line: LineBytes) -> UInt64 {
    let end = line.textEnd
    var hash = self.hash(UInt64(end), noContent)
    for offset in stride(from: 0, to: end, by: 8) {
      hash = self.hash(line.word(ofFirst: end - offset, at: offset), hash)
    }
    return hash
  }
}
