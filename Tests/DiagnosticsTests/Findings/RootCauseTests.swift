import Diagnostics
import Testing

@Suite struct RootCauseTests {
  private func settings() throws -> RuleSettings {
    var settings = try RuleSettings(SampleRules.book, select: ["TK401", "TK408"], ignore: [])
    settings.maximumFindings = 2
    return settings
  }

  /// The lines of a file, from 1: the role of the turn that has an unknown one.
  private func tally(_ roles: [String], _ settings: RuleSettings) -> FindingTally {
    var ledger = FindingLedger(settings)
    for (index, role) in roles.enumerated() {
      let location = Location(
        line: index + 1, column: 5, byteOffsetInLine: 4, byteOffset: 100 * index,
        pointer: "/contents/\(index)/role"
      )
      ledger.add(
        inLine: Finding(code: "TK401", severity: .error, arguments: [role], location: location))
    }
    return ledger.tally
  }

  @Test func findingsWithTheSameArgumentsAndKindOfPlaceAreOne() throws {
    var ledger = FindingLedger(try settings(), tally(["a", "a", "b", "a", "a", "b"], try settings()))
    ledger.endCauses()
    let cause = try #require(ledger.tally.rootCauses.first)
    #expect(ledger.tally.rootCauses.count == 1)
    #expect((cause.findings, cause.lines) == (4, 4))
    #expect(cause.places.map(\.line) == [1, 2, 4])
    #expect(cause.first.location?.pointer == "/contents/0/role")
  }

  @Test func linesAreCountedOnce() throws {
    var ledger = FindingLedger(try settings())
    for line in [1, 1, 1, 2, 3, 3] {
      let location = Location(line: line, column: 1, byteOffsetInLine: 0, byteOffset: 0, pointer: "")
      ledger.add(inLine: Finding(code: "TK401", severity: .error, arguments: [], location: location))
    }
    #expect(ledger.tally.rootCauses.map(\.findings) == [6])
    #expect(ledger.tally.rootCauses.map(\.lines) == [3])
  }

  @Test("However the lines are cut into parts, the causes are the same", arguments: [["a", "b"], nil])
  func merging(names: [String]?) throws {
    // Few causes, or too many to be kept.
    let roles = (0..<60).map { line in
      guard let names else { return "role \(line)" }
      return names[line % 7 % 2]
    }
    let settings = try settings()
    let whole = tally(roles, settings).rootCauses
    #expect(whole.count == names?.count ?? 0)
    for cuts in [[0, 60], [0, 1, 60], [0, 20, 40, 60], [0, 7, 8, 9, 55, 60]] {
      let parts = zip(cuts, cuts.dropFirst()).map { start, end in
        (tally(Array(roles[start..<end]), settings), start)
      }
      // From the left, as threads do, and from the right, as ranges of a file on several machines can.
      var left = FindingTally()
      for (part, start) in parts { left.append(part, behind: start, settings) }
      var right = FindingTally()
      for (part, start) in parts.reversed() {
        var merged = part
        merged.append(right, behind: (cuts.first { $0 > start } ?? 60) - start, settings)
        right = merged
      }
      #expect(left.rootCauses.map(\.places) == right.rootCauses.map(\.places))
      #expect(numbers(left) == numbers(right))
      #expect(numbers(left) == numbers(tally(roles, settings)))
    }
  }

  /// Of most findings, no more is asked than an identity of their cause. A cause can have several, and many causes are not kept.
  @Test("Counted by identities, causes and counts are the same", arguments: [2, 5, 60])
  func identities(names: Int) throws {
    let settings = try settings()
    var plain = FindingLedger(settings)
    var ledger = FindingLedger(settings)
    var known = 0
    for index in 0..<400 {
      let name = index * index % names
      let location = Location(
        line: index / 3 + 1, column: 5, byteOffsetInLine: index % 3, byteOffset: 100 * index,
        pointer: "/contents/\(index)/role")
      let finding = Finding(
        code: index % 5 == 0 ? "TK408" : "TK401", severity: name == 1 ? .warning : .error,
        arguments: ["\(name)"], location: location)
      plain.add(inLine: finding)
      let identity = UInt64(finding.code.number * 10_000 + name * 10 + index % 2)
      if ledger.add(finding.code, ofCause: identity, line: location.line) {
        known += 1
        continue
      }
      ledger.add(finding.code, finding.severity) { $0.set(finding) }
      guard ledger.wantsCauses(of: finding.code), !ledger.addCause(identity, line: location.line)
      else { continue }
      ledger.addCause(
        finding.code, finding.severity, finding.arguments, at: location, identity: identity
      ) { finding }
    }
    #expect(known > 100 || names == 60)
    #expect(ledger.tally.rootCauses == plain.tally.rootCauses)
    #expect(ledger.tally.kept.map(\.self) == plain.tally.kept.map(\.self))
    let (counts, others) = (ledger.tally.counts(settings), plain.tally.counts(settings))
    #expect(counts.map(\.findings) == others.map(\.findings))
    #expect(counts.map(\.errors) == others.map(\.errors))
    #expect(counts.map(\.severity) == others.map(\.severity))
  }

  /// How many findings and lines each cause has, and the lines of its places.
  private func numbers(_ tally: FindingTally) -> [[Int]] {
    tally.rootCauses.map { cause in [cause.findings, cause.lines] + cause.places.map { $0.line } }
  }

  @Test(
    "Only the numbers of elements may differ",
    arguments: [
      ("/contents/1/role", "/contents/12/role", true), ("/contents/1/role", "/contents/1/rule", false),
      ("/a/1", "/a/22", true), ("/a/1", "/a/1b", false), ("/a1", "/a2", false), ("", "/0", false),
      ("/0", "/1", true), ("/a/1/2", "/a/1", false), ("/12", "/1", true),
    ])
  func shapes(left: String, right: String, isSame: Bool) throws {
    var ledger = FindingLedger(try settings())
    for pointer in [left, right] {
      let location = Location(line: 1, column: 1, byteOffsetInLine: 0, byteOffset: 0, pointer: pointer)
      ledger.add(inLine: Finding(code: "TK401", severity: .error, arguments: [], location: location))
    }
    #expect(ledger.tally.rootCauses.count == (isSame ? 1 : 2))
  }
}
