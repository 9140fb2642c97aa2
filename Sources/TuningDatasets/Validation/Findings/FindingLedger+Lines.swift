package import Diagnostics
package import JSONLines

extension FindingLedger {
  /// Counts the findings of a line, which are in order; text is made only of those that are kept. Once enough findings of a rule
  /// are kept, its findings in later lines are counted and not stored.
  mutating func add(_ findings: inout LineFindings, in line: LineBytes, number: Int, offset: Int) {
    if findings.isEmpty { return }
    var places = findings.takePlaces(of: line)
    defer { findings.keep(places) }
    var content: UInt64?
    for index in 0..<findings.count {
      let item = findings[index]
      add(item.code, item.severity) {
        let hash = content ?? Fingerprint.contentHash(of: line)
        content = hash
        $0.set(item, in: line, number: number, offset: offset, places: &places, content: hash)
      }
      if wantsCauses(of: item.code) {
        addCause(item, in: line, number: number, offset: offset, &places)
      } else if !keepsMore(of: item.code) {
        findings.fill(item.code)
      }
    }
    findings.forEachCountedOnly {
      count($0, $1, times: $2, errors: $3)
      giveUpCauses(of: $0)
    }
  }

  /// Counts a finding of a line for its root cause. Text is made only if nothing like it was found before.
  private mutating func addCause(
    _ item: LineFindings.Item, in line: LineBytes, number: Int, offset: Int, _ places: inout LinePlaces
  ) {
    var identity = Fingerprint.hash(places.shape(to: item.offset), UInt64(item.severity.rawValue))
    identity = item.arguments.0.identity(in: line, identity)
    identity = item.arguments.1.identity(in: line, identity)
    identity = item.arguments.2.identity(in: line, identity)
    if addCause(item.code, identity: identity, line: number) { return }
    let location = Location(of: item.offset, number: number, offset: offset, places: &places)
    let isTold = item.arguments.1.isTold(in: line) && item.arguments.2.isTold(in: line)
    addCause(
      item.code, item.severity, item.arguments(in: line), at: location, identity: isTold ? identity : nil
    ) {
      Finding(item, in: line, number: number, offset: offset)
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
