import Diagnostics
import ModelCatalog
import Testing

@testable import TuningJobs

/// What is said to write instead, where that depends on what the job says.
@Suite struct JobRemedyTests {
  /// A job that gets a finding, and what its message and its remedy are.
  struct Case: CustomTestStringConvertible {
    let rest: String
    let code: RuleCode
    var message: String?
    var remedy: String?
    var settings: [RuleExample.Setting] = []
    var testDescription: String { "\(code) \(rest)" }
  }

  private static let base = #""baseModel": "gemini-3.1-flash-lite""#
  private static let uri = #""trainingDatasetUri": "gs://acme-data/t.jsonl""#

  private static func parameters(_ parameters: String, _ model: String = base) -> String {
    "\(model), \"supervisedTuningSpec\": {\(uri), \"hyperParameters\": {\(parameters)}}"
  }

  private static func model(_ id: String) -> String {
    "\"baseModel\": \"\(id)\", \"supervisedTuningSpec\": {\(uri)}"
  }

  private static func key(in keyLocation: String, jobIn location: String, of model: String) -> String {
    #""location": "\#(location)", "encryptionSpec": {"kmsKeyName": "#
      + #""projects/acme-tuner/locations/\#(keyLocation)/keyRings/r/cryptoKeys/k"}, "#
      + Self.model(model)
  }

  static let cases: [Case] = [
    Case(
      rest:
        #""preTunedModel": {"tunedModelName": "projects/1/locations/us-central1/models/1", "checkpointId": 3}"#,
      code: "TK834", message: "field 'checkpointId' is the number 3, but must be a string",
      remedy: "write it in quotation marks: \"3\""),
    Case(
      rest: #""encryptionSpec": "k", \#(model("gemini-2.5-flash"))"#, code: "TK834",
      remedy: #"write {"kmsKeyName": "k"}"#),
    Case(
      rest: #"\#(base), "supervisedTuningSpec": "gs://acme-data/t.jsonl""#, code: "TK834",
      remedy: #"write {"trainingDatasetUri": "gs://acme-data/t.jsonl"}"#),
    Case(
      rest: #"\#(base), "supervisedTuningSpec": {"trainingDatasetUri": ["gs://acme-data/t.jsonl"]}"#,
      code: "TK834",
      remedy: "write the string alone, without brackets"),
    Case(
      rest: #"\#(base), "supervisedTuningSpec": {"trainingDatasetUri": ["a", "b"]}"#, code: "TK834",
      remedy: "change the value to a string"),
    Case(
      rest: #"\#(base), \#(uri), "epoch_count": 3"#, code: "TK826",
      message:
        "unknown fields 'trainingDatasetUri', 'epoch_count' in a tuning job, which the service refuses",
      remedy: "these fields belong under 'supervisedTuningSpec': "
        + #""supervisedTuningSpec": {"trainingDatasetUri": …, "hyperParameters": {"epochCount": …}}"#),
    Case(
      rest: #"\#(base), "supervisedTuningSpec": {\#(uri), "epochs": 3}"#, code: "TK826",
      message: "unknown field 'epochs' in 'supervisedTuningSpec', which the service refuses",
      remedy: #"this field belongs under 'hyperParameters': "hyperParameters": {"epochCount": …}"#),
    Case(
      rest: #"\#(base), "supervisedTuningSpec": {\#(uri), "labels": {}}"#, code: "TK826",
      remedy: #"this field belongs outside 'supervisedTuningSpec': "labels": …"#),
    Case(
      rest: parameters(#""batchSize": 4"#), code: "TK825",
      message: "'batchSize' is for open models only, not for Gemini models, so the service refuses the job",
      remedy: "remove 'batchSize'"),
    Case(
      rest: parameters(#""adapterSize": "4""#, #""baseModel": "gemini-2.5-pro""#), code: "TK831",
      remedy: "write the name: ADAPTER_SIZE_FOUR", settings: [.today("2026-06-01")]),
    Case(
      rest: parameters(#""adapterSize": 5"#), code: "TK831",
      remedy: "write the name: ADAPTER_SIZE_ONE, ADAPTER_SIZE_TWO, ADAPTER_SIZE_FOUR, ADAPTER_SIZE_EIGHT or "
        + "ADAPTER_SIZE_SIXTEEN"),
    Case(
      rest: model("gemini-2.0-flash"), code: "TK803",
      remedy: "choose gemini-3.1-flash-lite, which replaces it"),
    Case(
      rest: model("gemini-1.0-pro-002"), code: "TK803",
      remedy: "choose gemini-3.5-flash-lite or gemini-3.1-flash-lite, which replace it"),
    Case(
      rest: model("gemini-1.5-pro"), code: "TK803", remedy: "choose gemini-2.5-flash, which replaces it",
      settings: [.today("2026-06-01")]),
    Case(rest: model("gemini-2.5-flash-001"), code: "TK802", remedy: "write 'gemini-2.5-flash'"),
    Case(rest: model("google/gemini-3.5-flash@default"), code: "TK802", remedy: "write 'gemini-3.5-flash'"),
    Case(rest: model("3.5-flash"), code: "TK802", remedy: "write 'gemini-3.5-flash'"),
    Case(
      rest: model("gemini-2.5-pro"), code: "TK804",
      message:
        "Gemini 2.5 Pro was due to retire on 2026-10-20, so models tuned from it may stop working; but sources "
        + "disagree: One reseller reports retirement on 2026-11-12, and another plans to leave 2.5 Pro on 2026-11-29",
      remedy: "choose gemini-3.5-flash, or check that this one remains available for as long as you need it"),
    Case(
      rest: key(in: "us-central1", jobIn: "asia-northeast1", of: "gemini-2.5-flash"), code: "TK806",
      remedy: "run the job in 'us-central1'"),
    Case(
      rest: key(in: "us-east1", jobIn: "asia-northeast1", of: "gemini-2.5-flash"), code: "TK806",
      remedy: "use a key in the region that you choose for the job"),
    Case(
      rest: key(in: "us-east1", jobIn: "us-central1", of: "gemini-2.5-flash"), code: "TK806",
      remedy: "use a key in 'us-central1'"),
    Case(
      rest: key(in: "asia-northeast1", jobIn: "asia-northeast1", of: "gemini-2.5-flash"), code: "TK805",
      remedy: "choose europe-west4 or us-central1, and an encryption key in the same region"),
    Case(
      rest: #"\#(base), "reinforcement_tuning_spec": {}"#, code: "TK836",
      message: "the file is a reinforcement tuning job, not a supervised tuning job"),
    Case(
      rest: #""project": "PROJECT_ID", \#(model("gemini-3.1-flash-lite"))"#, code: "TK838",
      message: "'PROJECT_ID' in 'project' is a placeholder, not the id of your project",
      remedy: "replace 'PROJECT_ID' with the id of your project"),
  ]

  @Test("the message and the remedy are those that fit the job", arguments: cases)
  func fits(_ tried: Case) throws {
    let report = try JobExample.check(Array("{\(tried.rest)}".utf8), tried.settings).report
    let found = report.findings.filter { $0.code == tried.code }
    let finding = try #require(found.first, "\(report.findings)")
    let rule = try #require(RuleBook.all.rule(tried.code))
    #expect(found.count == 1)
    if let message = tried.message { #expect(rule.message(with: finding.arguments) == message) }
    if let remedy = tried.remedy { #expect(rule.remedy(with: finding.arguments) == remedy) }
  }

  @Test("fields in the wrong place are one mistake each, not also missing ones")
  func noSecondFinding() throws {
    let flat = [
      #"{\#(Self.base), "training_dataset": {"gcs_uri": "gs://acme-data/t.jsonl"}, "epochs": 3}"#,
      #"{"source_model": "gemini-3.1-flash-lite", "supervisedTuningSpec": {\#(Self.uri)}}"#,
      #"{"supervisedTuningSpec": {\#(Self.uri), "baseModel": "gemini-3.1-flash-lite"}}"#,
    ]
    for job in flat {
      #expect(try JobExample.check(Array(job.utf8)).report.findings.map(\.code) == ["TK826"], "\(job)")
    }
  }

  @Test("the message about a retirement has at most two sentences, whatever model it is about")
  func sentences() throws {
    for model in ["gemini-2.5-pro", "gemini-2.5-flash", "gemini-3.5-flash"] {
      let report = try JobExample.check(Array("{\(Self.model(model))}".utf8)).report
      let finding = try #require(report.findings.first { $0.code == "TK804" })
      let message = try #require(RuleBook.all.rule("TK804")).message(with: finding.arguments)
      #expect(message.matches(of: #/[.;] /#).count <= 1, "\(message)")
    }
  }

  @Test(
    "a retirement that sources disagree on is no warning over a year before",
    arguments: [("2027-11-22", true), ("2027-11-23", false), ("2028-05-19", false)])
  func doubtfulRetirement(date: String, isWarning: Bool) throws {
    let text = String(decoding: ModelCatalog.builtIn.catalogJSON(), as: UTF8.self)
    let edited = text.replacing(#""date": "2027-05-19""#, with: #""date": "\#(date)""#)
    #expect(edited != text)
    let today = try #require(CatalogDate("2026-11-22"))
    let validation = JobValidation(catalog: try ModelCatalog(parsing: Array(edited.utf8)), today: today)
    let report = validation.check(Array("{\(Self.model("gemini-3.5-flash"))}".utf8), path: "job.json").report
    #expect(report.findings.map(\.code) == (isWarning ? ["TK804"] : []))
  }
}
