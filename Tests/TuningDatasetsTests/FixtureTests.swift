import Diagnostics
import Foundation
import ModelCatalog
import Testing
import TestSupport
import TuningDatasets

/// The good fixtures are clean, the documented shapes get the verdict a user needs, and so do the documentation's own
/// lines where they are to be found.
@Suite struct FixtureTests {
  private static let root = ProjectFolder.url
  private static let samples = root.deletingLastPathComponent().appending(path: "shared/reference/samples")

  private func report(_ file: URL) throws -> FileReport {
    let validation = DatasetValidation(
      trainingPaths: [file.path], requirements: DatasetRequirements(loosestOf: .builtIn))
    return try #require(validation.run().first)
  }

  /// The findings but for those about the size and the name of a sample.
  private func codes(_ report: FileReport) -> [RuleCode] {
    report.counts.map(\.code).filter { !["TK005", "TK006", "TK701"].contains($0) }
  }

  @Test(
    "the good datasets have no finding", arguments: ["support-train.jsonl", "support-validation.jsonl.gz"])
  func goodDatasets(name: String) throws {
    let report = try report(Self.root.appending(path: "Fixtures/\(name)"))
    #expect(codes(report) == [])
    #expect(report.examples >= 40 && report.turns > report.examples && report.failure == nil)
  }

  /// The codes that all rules find in the datasets of the fixtures.
  private static let found: Set<RuleCode> = {
    let folders = ["Fixtures", "Fixtures/faults", "Fixtures/documented"]
    let files = folders.flatMap { folder in
      let path = root.appending(path: folder).path
      return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).map { "\(path)/\($0)" }
    }
    var validation = DatasetValidation(
      trainingPaths: files.filter { $0.contains(".jsonl") },
      requirements: DatasetRequirements(loosestOf: .builtIn))
    for rule in RuleBook.datasets.rules { validation.rules.select(rule.code) }
    var codes = Set(validation.run().flatMap { $0.counts.map(\.code) })
    // Some rules rest without a model.
    guard let model = ModelCatalog.builtIn.model(id: "gemini-2.5-flash") else { return [] }
    validation.requirements = DatasetRequirements(of: model)
    codes.formUnion(validation.run().flatMap { $0.counts.map(\.code) })
    return codes
  }()

  private static let rulesOfLines = RuleBook.datasets.rules.map(\.code).filter { code in
    RuleFamily(of: code).map { ![.stream, .dataset, .job].contains($0) } ?? true
  }

  @Test("every rule that is found in a line is found in a fixture", arguments: rulesOfLines)
  func coverage(code: RuleCode) {
    // A model, or a very long line, is needed.
    if ["TK516", "TK517", "TK518"].contains(code) { return }
    #expect(Self.found.contains(code), "add a line that \(code) finds to a file of Fixtures/faults")
  }

  @Test("lines of the documented shapes have no finding, those of other methods or broken JSON the right one")
  func documentedShapes() throws {
    try check(Self.root.appending(path: "Fixtures/documented"), atLeast: 11)
  }

  @Test(
    "the documentation's own lines likewise",
    .enabled(
      if: FileManager.default.fileExists(atPath: samples.path), "they lie beside the project, not in it"))
  func documentation() throws {
    try check(Self.samples, atLeast: 13)
  }

  private func check(_ folder: URL, atLeast count: Int) throws {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    #expect(files.count >= count)
    for file in files {
      let name = file.lastPathComponent
      let text = try String(contentsOf: file, encoding: .utf8)
      let expected: [RuleCode] =
        if name.hasSuffix(".txt") {
          ["TK203"]
        } else if name.contains("dpo") || name.contains("preference") {
          ["TK312"]
        } else {
          // Some of the pages print placeholders, and buckets without an object.
          (text.contains(#/gs://(<|[\w.]+")/#) ? ["TK503"] : [])
            + (text.matches(of: #/video/mp4/#).count > 1 ? ["TK508"] : [])
        }
      #expect(codes(try report(file)) == expected, "\(name)")
    }
  }
}
