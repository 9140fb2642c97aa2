import Diagnostics
import ModelCatalog
import Testing
import TestSupport

@testable import TuningDatasets

/// Every rule that says that it fixes something does, in its own examples.
@Suite struct RuleFixTests {
  private static let rules = RuleBook.datasets.rules.filter { $0.fix != nil }

  /// The rules whose fixes are not of lines.
  private static let ofFiles: Set<RuleCode> = ["TK105", "TK202", "TK203", "TK707"]

  @Test("the rules that fix lines are those that say so")
  func rulesOfLines() {
    let codes = Set(Fixes.rules.map { rule in rule.description.code })
    #expect(codes.union(Self.ofFiles) == Set(Self.rules.map(\.code)))
    #expect(codes.isDisjoint(with: Self.ofFiles))
  }

  private static func examples(of rule: RuleDescription) -> [ExampleData] {
    rule.examples.filter { $0.isRejected && $0.settings.isEmpty }.map(ExampleData.init)
  }

  @Test("a rule has an example that is fixed, safely or not as it says", arguments: rules.map(\.code))
  func fixed(code: RuleCode) throws {
    let rule = try #require(RuleBook.datasets.rule(code))
    let fix = try #require(rule.fix)
    let safely = try Self.examples(of: rule).filter {
      try FixedSample($0.bytes, running: code, unsafely: false).fixed[code] ?? 0 > 0
    }
    #expect(safely.isEmpty == (fix.safely == nil))
    let all = try Self.examples(of: rule).filter {
      try FixedSample($0.bytes, running: code).fixed[code] ?? 0 > 0
    }
    #expect(all.count > (fix.unsafely == nil ? 0 : safely.count))
  }

  @Test(
    "what is fixed is not found again, and nothing else is",
    arguments: Case.all.filter { $0.example.settings.isEmpty })
  func subset(_ sample: Case) throws {
    let data = ExampleData(sample.example)
    for unsafely in sample.rule.fix == nil ? [true] : [false, true] {
      let result = try FixedSample(data.bytes, running: sample.rule.code, unsafely: unsafely)
      #expect(result.rulesWithMore == [], "\(String(decoding: result.after, as: UTF8.self))")
      #expect(result.troubles.isEmpty || data.bytes.first == 0x1F)
      #expect((result.after == result.before) == result.fixed.isEmpty)
      for (code, count) in result.fixed where code.family > 2 {
        #expect(result.countsAfter[code] ?? 0 == (result.countsBefore[code] ?? 0) - count, "\(code)")
      }
      if result.fixed.isEmpty { continue }
      let again = try FixedSample(result.after, running: sample.rule.code, unsafely: unsafely)
      #expect(again.fixed == [:] && again.after == result.after)
    }
  }

  @Test(
    "the changes that a report lists are those that are made",
    arguments: Case.all.filter { $0.rule.fix != nil && $0.example.isRejected && $0.example.settings.isEmpty })
  func listed(_ sample: Case) throws {
    // One finding may be about all types of a line, or all lines of a file.
    if ["TK104", "TK202", "TK203", "TK608", "TK707"].contains(sample.rule.code) { return }
    let data = ExampleData(sample.example).bytes
    let folder = try TemporaryFolder()
    var validation = DatasetValidation(
      trainingPaths: [try folder.write(data, as: "train.jsonl")],
      requirements: DatasetRequirements(loosestOf: .builtIn))
    validation.rules.select(sample.rule.code)
    let findings = try #require(validation.run().first).findings.filter { $0.code == sample.rule.code }
    var edited = data
    for edit in findings.flatMap(\.edits).reversed() {
      edited.replaceSubrange(edit.range, with: edit.replacement)
    }
    let result = try FixedSample(data, running: sample.rule.code)
    #expect(edited == data || result.fixed.keys.allSatisfy { $0 == sample.rule.code })
    #expect(edited == result.after, "\(String(decoding: edited, as: UTF8.self))")
  }
}
