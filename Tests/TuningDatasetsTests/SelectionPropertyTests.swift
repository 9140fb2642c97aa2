import Diagnostics
import Foundation
import ModelCatalog
import Testing
import TestSupport
import TuningDatasets

/// Whatever rules are selected, and however many findings are kept: what is found is what all rules find, less what was
/// not asked for.
@Suite struct SelectionPropertyTests {
  private static let codes = RuleBook.datasets.rules.map(\.code)

  private static let allRules = RuleBook.datasets.rules.reduce(into: RuleSettings(.datasets)) {
    $0.select($1.code)
  }

  private static let requirements = DatasetRequirements(loosestOf: .builtIn)

  /// Files of every kind: the fixtures, what fuzzing kept, and the examples of the rules.
  static let inputs: [(name: String, bytes: [UInt8])] = {
    let folders = ["Fixtures", "Fixtures/faults", "Fixtures/documented", "Tests/Fuzz/Corpus/reader"]
    let files = folders.flatMap { folder in
      let path = ProjectFolder.url.path + "/" + folder
      return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
        .filter { folder.contains("Fuzz") || $0.contains(".jsonl") }.map { path + "/" + $0 }
    }
    let examples = RuleBook.datasets.rules.flatMap { rule in
      rule.examples.map { ("\(rule.code) \($0.title)", ExampleData($0).bytes) }
    }
    return files.compactMap { path in
      FileManager.default.contents(atPath: path).map { (path, [UInt8]($0)) }
    }.filter { $0.1.count < 100_000 } + examples
  }()

  private func report(
    on path: String, _ selection: RuleSettings, maximumFindings: Int = 0
  ) throws -> FileReport {
    var validation = DatasetValidation(trainingPaths: [path], requirements: Self.requirements)
    validation.rules = selection
    validation.rules.maximumFindings = maximumFindings
    validation.limits.blockBytes = 1 << 12
    return try #require(validation.run().first)
  }

  /// Rules that are selected by their full codes.
  private static func selection(_ codes: [RuleCode]) -> RuleSettings? {
    try? RuleSettings(.datasets, select: codes.map(\.description), ignore: [])
  }

  /// Each rule alone, and all rules less one that is ignored.
  private static let ofEachRule = codes.map { code in
    (
      code, selection([code]),
      try? RuleSettings(.datasets, select: codes.map(\.description), ignore: [code.description])
    )
  }

  private func expectSelection(
    _ selection: RuleSettings?, of codes: [RuleCode], from all: FileReport, on path: String, _ name: String
  ) throws {
    let found = try report(on: path, #require(selection))
    let comment: Comment = "\(name), \(codes)"
    let due = all.findings.filter { codes.contains($0.code) }
    #expect(found.findings == due, comment)
    #expect(
      found.counts.filter { !$0.isHidden } == all.counts.filter { codes.contains($0.code) }, comment)
    #expect(
      [found.examples, found.turns, found.bytes, found.examplesNotExamined]
        == [all.examples, all.turns, all.bytes, all.examplesNotExamined], comment)
  }

  @Test("each rule alone, each rule left out, and rules at random", arguments: inputs.indices)
  func selections(index: Int) throws {
    let (name, bytes) = Self.inputs[index]
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, as: name.hasSuffix(".gz") ? "train.jsonl.gz" : "train.jsonl")
    let all = try report(on: path, Self.allRules)
    // A rule that finds nothing can matter too, by resting or by not running: of those, one in six alone, and one in six
    // left out.
    for (number, (code, alone, leftOut)) in Self.ofEachRule.enumerated() {
      let isFound = all.counts.contains { $0.code == code }
      if isFound || (index + number) % 6 == 0 {
        try expectSelection(alone, of: [code], from: all, on: path, name)
      }
      if isFound || (index + number) % 6 == 3 {
        try expectSelection(leftOut, of: Self.codes.filter { $0 != code }, from: all, on: path, name)
      }
    }
    var generator = SplitMix64(seed: UInt64(index))
    for _ in 0..<4 {
      let share = UInt64.random(in: 1...8, using: &generator)
      let codes = Self.codes.filter { _ in generator.next() % 8 < share }
      guard !codes.isEmpty else { continue }
      try expectSelection(Self.selection(codes), of: codes, from: all, on: path, name)
    }
  }

  @Test("the findings that are kept are the first of each rule", arguments: inputs.indices)
  func keptFindings(index: Int) throws {
    let (name, bytes) = Self.inputs[index]
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, as: name.hasSuffix(".gz") ? "train.jsonl.gz" : "train.jsonl")
    let all = try report(on: path, Self.allRules)
    for maximum in 1...3 {
      let found = try report(on: path, Self.allRules, maximumFindings: maximum)
      var counts: [RuleCode: Int] = [:]
      let due = all.findings.filter { finding in
        counts[finding.code, default: 0] += 1
        return counts[finding.code, default: 0] <= maximum
      }
      #expect(found.findings == due, "\(name), \(maximum)")
      #expect(found.counts == all.counts, "\(name), \(maximum)")
    }
  }

  /// A null that a part's lack of data covers is no finding, whichever of the two rules runs; one deeper in it is one.
  @Test(arguments: [
    #"{"text":null}"#, #"{"text":null,"fileData":null}"#,
    #"{"text":null,"videoMetadata":{"startOffset":↓null}}"#,
    #"{"text":null,"videoMetadata":{"startOffset":↓null},"fileData":null}"#,
    #"{"fileData":↓null,"videoMetadata":{"startOffset":↓null},"text":"a","inlineData":↓null}"#,
  ])
  func nulls(part: String) throws {
    let folder = try TemporaryFolder()
    let parts = part.split(separator: "↓", omittingEmptySubsequences: false)
    let beginning = #"{"contents":[{"role":"user","parts":["#
    let line = beginning + parts.joined() + #"]},{"role":"model","parts":[{"text":"a"}]}]}"#
    let path = try folder.write(Array((line + "\n").utf8), as: "train.jsonl")
    let due = parts.indices.dropLast().map { beginning.utf8.count + parts[...$0].joined().utf8.count }
    for codes: [RuleCode] in [["TK310"], ["TK308", "TK310"], Self.codes] {
      let found = try report(on: path, #require(Self.selection(codes))).findings
      #expect(found.filter { $0.code == "TK310" }.map { $0.location?.byteOffset } == due)
    }
    #expect(try report(on: path, #require(Self.selection(["TK401"]))).findings.isEmpty)
  }
}
