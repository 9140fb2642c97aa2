import Diagnostics
import Testing

@Suite struct FindingLedgerTests {
  private func settings(maximumFindings: Int = 2) throws -> RuleSettings {
    var settings = try RuleSettings(SampleRules.book, select: ["TK401", "TK408"], ignore: [])
    settings.maximumFindings = maximumFindings
    return settings
  }

  private func finding(_ code: RuleCode, at offset: Int) -> Finding {
    Finding(
      code: code, severity: .error, arguments: [],
      location: Location(line: 1, column: 1, byteOffsetInLine: 0, byteOffset: offset, pointer: ""))
  }

  @Test func countsAllAndKeepsTheFirst() throws {
    let settings = try settings()
    var ledger = FindingLedger(settings)
    for offset in 0..<5 { ledger.add(finding("TK401", at: offset)) }
    ledger.add(finding("TK408", at: 9), times: 7)
    // Not selected, but what it finds keeps a line from being examined.
    ledger.add(finding("TK201", at: 3))
    // Not selected.
    ledger.add(finding("TK801", at: 3))
    #expect(ledger.tally.kept.map { $0.location?.byteOffset } == [0, 1, 9])
    #expect(
      ledger.tally.counts(settings).map { "\($0.code) \($0.findings) \($0.isHidden)" } == [
        "TK201 1 true", "TK401 5 false", "TK408 7 false",
      ])
  }

  @Test func makesOnlyWhatItKeeps() throws {
    var made = 0
    var ledger = FindingLedger(try settings())
    for offset in 0..<5 {
      ledger.add("TK401", .error) {
        made += 1
        return finding("TK401", at: offset)
      }
    }
    #expect(made == 2)
  }

  @Test func whatEarlierPartsKeptCounts() throws {
    let settings = try settings()
    var whole = FindingLedger(settings)
    whole.add(finding("TK401", at: 0))
    var later = FindingLedger(settings)
    later.begin(behind: whole.tally)
    for offset in 1..<4 { later.add(finding("TK401", at: offset)) }
    #expect(later.tally.findings.count == 1)
    var tally = whole.tally
    tally.append(later.tally, behind: 10, settings)
    #expect(tally.findings.map { $0.location?.line } == [1, 11])
    #expect(tally.counts.map(\.findings) == [4])
  }

  @Test func severitiesOfTheUserAreCounted() throws {
    var settings = try settings()
    try settings.apply(RuleChoices(severities: [.init("TK401", .warning), .init("TK408", .error)]))
    var ledger = FindingLedger(settings)
    ledger.add(finding("TK401", at: 0))
    ledger.count("TK401", .error, times: 3, errors: 3)
    ledger.count("TK408", .warning, times: 2, errors: 0)
    #expect(ledger.tally.kept.map(\.severity) == [.warning])
    #expect(
      ledger.tally.counts(settings).map { "\($0.code) \($0.severity.name) \($0.findings) \($0.errors)" } == [
        "TK401 warning 4 0", "TK408 error 2 2",
      ])
  }
}
