import Diagnostics
import ModelCatalog
import Testing
import TestSupport
import TuningDatasets

/// Whoever does what a remedy says gets rid of the finding, and gets no error in its place.
@Suite struct MechanicalRemedyTests {
  /// The rules that have an example with a remedy that a machine can follow.
  private static let rules: Set<RuleCode> = [
    "TK102", "TK103", "TK204", "TK209", "TK211", "TK212", "TK303", "TK304", "TK305", "TK310",
    "TK313",
    "TK314", "TK401",
  ]

  private static func findings(in data: [UInt8]) throws -> [Finding] {
    let folder = try TemporaryFolder()
    let path = try folder.write(data, as: "train.jsonl")
    var validation = DatasetValidation(
      trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn))
    validation.rules.maximumFindings = 0
    for rule in RuleBook.datasets.rules { validation.rules.select(rule.code) }
    return try #require(validation.run().last).findings
  }

  /// Does what the remedies of a rule ask for, from the last place to the first; nil where there is none to follow.
  private static func followed(_ rule: RuleDescription, _ findings: [Finding], _ data: [UInt8]) -> [UInt8]? {
    var after = data
    let found = findings.filter { $0.code == rule.code }
    for finding in found.sorted(by: { ($0.location?.byteOffset ?? 0) > ($1.location?.byteOffset ?? 0) }) {
      let words = rule.remedy(with: finding.arguments)
      guard let remedy = MechanicalRemedy(of: finding, saying: words, in: after) else { continue }
      after.replaceSubrange(remedy.range, with: remedy.replacement)
    }
    return after == data ? nil : after
  }

  private static let cases = Case.all.filter {
    $0.example.isText && $0.example.isRejected && $0.example.settings.isEmpty
  }

  @Test("no remedy that is followed leads to another error", arguments: cases)
  func followed(_ sample: Case) throws {
    let before = ExampleData(sample.example).bytes
    let findings = try Self.findings(in: before)
    var (after, left) = (before, findings)
    // Of a line that is not JSON, only the first fault is found.
    for _ in 0..<20 {
      guard let next = Self.followed(sample.rule, left, after) else { break }
      (after, left) = (next, try Self.findings(in: next))
    }
    if after == before { return }
    let text = String(decoding: after, as: UTF8.self)
    let remaining = left.count { $0.code == sample.rule.code }
    #expect(remaining < findings.count { $0.code == sample.rule.code }, "the fault is still there: \(text)")
    let others = Set(findings.filter { $0.severity == .error }.map(\.code)).union([sample.rule.code])
    #expect(left.filter { $0.severity == .error && !others.contains($0.code) }.map(\.code) == [], "\(text)")
  }

  @Test("remedies of many rules can be followed by a machine")
  func rulesWithRemedies() throws {
    let found = try Self.cases.filter { sample in
      let data = ExampleData(sample.example).bytes
      return try Self.followed(sample.rule, Self.findings(in: data), data) != nil
    }
    #expect(Set(found.map(\.rule.code)) == Self.rules)
  }
}
