import Diagnostics
import Foundation
import ModelCatalog
import TestSupport
import Testing

@testable import TuningJobs

/// The job files of the fixtures, each with what is expected to be found; those of tuned models also with descriptions.
///
///     TUNEKIT_BLESS=1 swift test --filter JobFixtureTests     writes what was found as what is expected
@Suite struct JobFixtureTests {
  private static let folder = ProjectFolder.url.appending(path: "Fixtures/Jobs")
  private static let isBlessing = ProcessInfo.processInfo.environment["TUNEKIT_BLESS"] != nil

  private static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }.sorted()
  }

  private static func finding(_ finding: Finding) -> String {
    let place = finding.location.map { "\($0.line):\($0.column)" } ?? "-"
    return "\(finding.code) \(finding.severity.name) \(place)"
  }

  /// What is found in a job file, with the description of a model or without.
  private static func line(_ name: String, _ model: String?) throws -> String {
    var validation = JobValidation(catalog: .builtIn, today: try #require(CatalogDate("2026-11-22")))
    if let model {
      let bytes = try Data(contentsOf: folder.appending(path: "models/\(model)"))
      validation.modelDescription = try ModelDescription([UInt8](bytes))
    }
    let bytes = try [UInt8](Data(contentsOf: folder.appending(path: name)))
    let report = validation.check(bytes, path: name).report
    let findings = report.findings.map(finding) + (report.failure == nil ? [] : ["failure"])
    let file = model.map { "\(name) + \($0)" } ?? name
    return "\(file): \(findings.isEmpty ? "clean" : findings.joined(separator: ", "))"
  }

  /// What is found in all job files, and in some with each description of a model.
  private static func lines() throws -> [String] {
    var lines = try names(in: folder).map { try line($0, nil) }
    for model in try names(in: folder.appending(path: "models")) {
      for name in [
        "good-tuned.json", "good-tuned-checkpoint.json", "good-tuned-key.json", "bad-checkpoint-unknown.json",
      ] {
        lines.append(try line(name, model))
      }
    }
    return lines
  }

  @Test("each job file gets the findings that are expected")
  func findings() throws {
    let lines = try Self.lines()
    #expect(lines.count >= 60)
    let file = Self.folder.appending(path: "expected.txt")
    let found = lines.joined(separator: "\n") + "\n"
    if Self.isBlessing { try Data(found.utf8).write(to: file) }
    let expected = try String(contentsOf: file, encoding: .utf8)
    for (line, expectedLine) in zip(lines, expected.split(separator: "\n")) { #expect(line == expectedLine) }
    #expect(found == expected)
  }

  @Test("good job files have nothing above a remark, bad ones something")
  func verdicts() throws {
    for name in try Self.names(in: Self.folder) {
      let line = try Self.line(name, nil)
      let isFaulty = line.contains(" error ") || line.contains(" warning ")
      // That a checkpoint is unknown only the model's description tells.
      #expect(isFaulty == (name.hasPrefix("bad-") && name != "bad-checkpoint-unknown.json"), "\(line)")
    }
  }

  @Test("every rule of the family is seen at work, but for what needs data or a receipt")
  func coverage() throws {
    let found = try Self.lines().joined(separator: "\n")
    for rule in RuleBook.all.rules(in: .job) where !["TK829", "TK830"].contains(rule.code) {
      #expect(found.contains("\(rule.code) "), "add a job file that \(rule.code) finds to Fixtures/Jobs")
    }
  }
}
