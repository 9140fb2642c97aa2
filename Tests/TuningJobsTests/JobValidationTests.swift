import Diagnostics
import ModelCatalog
import Testing

@testable import TuningJobs

/// What a job's check says beside its findings.
@Suite struct JobValidationTests {
  private static let model = "projects/123456789012/locations/us-central1/models/1234567890"

  private func check(_ name: String, _ settings: RuleExample.Setting...) throws -> CheckedJob {
    let job = """
      {"preTunedModel": {"tunedModelName": "\(name)"},
       "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
      """
    return try JobExample.check(Array(job.utf8), settings)
  }

  private func description(_ rest: String = "") -> RuleExample.Setting {
    .modelDescription(#"{"name": "\#(Self.model)", "versionId": "2"\#(rest)}"#)
  }

  @Test(
    "a description is used for its own model only",
    arguments: [
      (model + "@2", ""), (model, ""), (model, #", "versionAliases": ["default"]"#),
      (model + "@prod", #", "versionAliases": ["default", "prod"]"#), (model + "@prod", ""),
      ("projects/acme-tuner/locations/us-central1/models/1234567890@2", ""),
    ])
  func own(name: String, rest: String) throws {
    // The model is a copy, which only its description tells.
    let checked = try check(name, description(#", "modelSourceInfo": {"copy": true}\#(rest)"#))
    #expect(checked.report.failure == nil)
    #expect(checked.report.counts.map(\.code) == ["TK812", "TK818"])
  }

  @Test(
    "the description of another model or version is not used, and that is said",
    arguments: [
      (model + "@1", "", "describes version 2, but the job tunes version 1"),
      (model + "9@2", "", "but the job tunes \(model)9@2"),
      (model, #", "versionAliases": ["prod"]"#, "is not the default one"),
      (model + "@prod", #", "versionAliases": ["default"]"#, "does not have the alias 'prod'"),
      ("projects/123456789012/locations/europe-west4/models/1234567890@2", "", "but the job tunes"),
      ("projects/123456789013/locations/us-central1/models/1234567890@2", "", "but the job tunes"),
    ])
  func other(name: String, rest: String, why: String) throws {
    let checked = try check(name, description(#", "modelSourceInfo": {"copy": true}\#(rest)"#))
    #expect(checked.report.failure == nil)
    #expect(checked.report.counts.map(\.code) == ["TK818", "TK840"])
    let finding = try #require(checked.report.findings.first { $0.code == "TK840" })
    #expect(finding.severity == .error && finding.arguments[0].contains(why), "\(finding.arguments)")
    #expect(checked.checkedOnline.contains("whether \(name) exists"))
  }

  @Test("a base model has no description")
  func baseModel() throws {
    let job = """
      {"baseModel": "gemini-3.1-flash-lite",
       "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
      """
    let checked = try JobExample.check(Array(job.utf8), [description()])
    #expect(checked.report.failure == nil)
    #expect(checked.report.findings.map(\.code) == ["TK840"])
    #expect(checked.report.findings.first?.arguments[0].contains("the job tunes a base model") == true)
  }

  @Test("a name that is none gets its finding, whatever is described")
  func badName() throws {
    let checked = try check("1234567890@2", description())
    #expect(checked.report.failure == nil)
    #expect(checked.report.counts.map(\.code) == ["TK801"])
  }

  @Test("what a description tells need not be checked online")
  func online() throws {
    let unknown = try check(Self.model + "@2", .project("acme-tuner")).checkedOnline
    #expect(unknown.contains("whether \(Self.model)@2 exists"))
    #expect(unknown.contains("whether its tuning job had no encryption key"))
    #expect(unknown.contains("which checkpoint is its default one, which the job continues from"))
    #expect(
      unknown.contains(
        "whether the job's project, acme-tuner, and the model's project, 123456789012, are the same"))
    let rest = """
      , "versionCreateTime": "2026-01-01T00:00:00Z", "defaultCheckpointId": "1",
      "labels": {"google-vertex-llm-tuning-base-model-id": "gemini-3_1-flash-lite", "tune-type": "sft"}
      """
    let known = try check(Self.model + "@2", description(rest)).checkedOnline
    #expect(
      known == [
        "whether \(Self.model)@2 still matches its description",
        "whether gs://acme-data/train.jsonl exists and can be read",
        "whether the project has quota for another concurrent tuning job",
      ])
  }

  @Test("names of a megabyte end in one finding each")
  func longNames() throws {
    let long = String(repeating: "a", count: 500_000)
    let job = """
      {"project": "\(long)", "location": "\(long)", "baseModel": "\(long)", "serviceAccount": "\(long)",
       "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
      """
    let report = try JobExample.check(Array(job.utf8)).report
    #expect(report.counts.map(\.code) == ["TK801", "TK802", "TK805", "TK827"])
    for finding in report.findings { #expect(finding.arguments.allSatisfy { $0.utf8.count < 400 }) }
  }

  @Test("no remedy about a model names one that cannot be tuned, whatever the id")
  func suggestions() throws {
    let catalog = ModelCatalog.builtIn
    let known = catalog.models.map(\.id) + catalog.untunableModels.map(\.id)
    let untunable = known.filter { id in !catalog.tunableModels.contains { $0.id == id } }
    let ids = known.flatMap { id in
      [
        id, id + "-001", "\(id.dropLast())", "\(id.dropFirst())", id.uppercased(), id + "-latest",
        "models/" + id,
      ]
    }
    for id in ids {
      let job =
        #"{"baseModel": "\#(id)", "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/t.jsonl"}}"#
      for finding in try JobExample.check(Array(job.utf8)).report.findings {
        let remedy = try #require(RuleBook.all.rule(finding.code)).remedy(with: finding.arguments)
        let words = Set(remedy.split { " ,;'?()".contains($0) }.map(String.init))
        #expect(words.isDisjoint(with: untunable), "\(id): \(remedy)")
      }
    }
  }
}
