import Diagnostics
import ModelCatalog
import TestSupport

@testable import TuningDatasets

/// Data, and what fixing makes of them.
struct FixedSample {
  /// The data before and after.
  let before: [UInt8]
  let after: [UInt8]
  /// The numbers of findings before and after, by rule.
  let countsBefore: [RuleCode: Int]
  let countsAfter: [RuleCode: Int]
  /// How many findings were fixed.
  let fixed: [RuleCode: Int]
  let troubles: [String]

  /// Fixes data in a file of their own.
  ///
  /// - Parameters:
  ///   - code: a rule that runs beside those that are on by default; nil for all rules.
  init(
    _ bytes: [UInt8], running code: RuleCode? = nil, unsafely: Bool = true, name: String = "train.jsonl",
    limits: Limits = Limits()
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, as: name)
    var validation = DatasetValidation(
      trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn))
    validation.limits = limits
    for rule in RuleBook.datasets.rules where code == nil || rule.code == code {
      validation.rules.select(rule.code)
    }
    before = bytes
    countsBefore = Self.counts(validation.run())
    var fixing = DatasetFixing(validation)
    fixing.allowsUnsafeFixes = unsafely
    let outcome = fixing.run { _ in
    } take: { _ in
    }
    after = try folder.read(name)
    countsAfter = after == before ? countsBefore : Self.counts(validation.run())
    fixed = outcome.reports.first?.fixed ?? [:]
    troubles = outcome.troubles
    precondition(Self.counts(outcome.reports) == countsAfter, "the report is that of the fixed file")
  }

  private static func counts(_ reports: [FileReport]) -> [RuleCode: Int] {
    Dictionary(uniqueKeysWithValues: reports.flatMap(\.counts).map { ($0.code, $0.findings) })
  }

  /// The rules with more findings than before. Of a line that was not JSON, only the fault was found before; and what compares
  /// lines finds other things once more of them can be read.
  var rulesWithMore: [RuleCode] {
    let wereAllRead = !countsBefore.keys.contains { Self.hidesLines($0) }
    return countsAfter.compactMap { code, count in
      guard code.family < 7, count > countsBefore[code] ?? 0 else { return nil }
      return wereAllRead || code.family <= 2 && RuleBook.datasets.rule(code)?.severity == .error ? code : nil
    }
  }

  private static func hidesLines(_ code: RuleCode) -> Bool {
    code.family <= 2 && RuleBook.datasets.rule(code)?.severity == .error
  }
}
