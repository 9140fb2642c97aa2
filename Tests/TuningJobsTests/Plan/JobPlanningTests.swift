import Diagnostics
import ModelCatalog
import TestSupport
import Testing
import TuningDatasets

@testable import TuningJobs

@Suite struct JobPlanningTests {
  private let planned: PlannedJob

  init() throws { planned = try PlannedJob() }

  private static func tunedModel(_ id: String) -> String {
    "projects/123456789012/locations/us-central1/models/\(id)"
  }

  /// A model whose examples may have 32,000 tokens.
  private static func description(of id: String) throws -> ModelDescription {
    try ModelDescription(
      Array(
        #"""
        {"name": "\#(tunedModel(id))", "versionId": "1",
         "labels": {"google-vertex-llm-tuning-base-model-id": "gemini-1.5-pro-002", "tune-type": "sft"}}
        """#.utf8))
  }

  /// How many examples are over the limit, where the dataset has one of 40,000 tokens.
  private func overlongExamples(describing id: String) throws -> Int {
    try planned.write(
      try PlannedJob.job.replacing(
        #""baseModel": "gemini-3.1-flash-lite""#,
        by: #""preTunedModel": {"tunedModelName": "\#(Self.tunedModel("111"))"}"#), as: "job.json")
    let text = String(repeating: "1 ", count: 20_000)
    try planned.write(
      PlannedJob.examples(20)
        + #"{"contents":[{"role":"user","parts":[{"text":"\#(text)"}]},{"role":"model","parts":[{"text":"a"}]}]}"#
        + "\n", as: "data/train.jsonl")
    planned.planning.validation.modelDescription = try Self.description(of: id)
    let report = try #require(try planned.plan().dataset(.training))
    let found = report.report.findings.filter { $0.code == "TK703" }
    #expect(found.map(\.location?.line) == (report.overlongExamples == 1 ? [21] : []))
    return report.overlongExamples
  }

  @Test("limits are those of the described base model, if the description is of the job's model")
  func limits() throws {
    #expect(try overlongExamples(describing: "111") == 1)
    #expect(try overlongExamples(describing: "222") == 0)
  }

  @Test("rules that do not run find nothing, in job and datasets, and are not on the receipt")
  func selection() throws {
    try planned.write(
      try PlannedJob.job.replacing(#""epochCount": 2"#, by: #""epochCount": -2"#), as: "job.json")
    #expect(try planned.plan().receipt == nil)
    planned.planning.validation.rules = try RuleSettings(.all, select: [], ignore: ["TK823", "TK405"])
    let plan = try planned.plan()
    #expect(plan.reports.allSatisfy { $0.counts.isEmpty })
    // Nothing says then that the job has no errors.
    #expect(plan.receipt == nil)
    #expect(throws: ValidatedTuningJob.Fault.errorsLeftOut(["TK823"])) { try ValidatedTuningJob(plan) }
  }

  @Test("a receipt names the rules that ran, and is verified with the same ones")
  func receiptOfSomeRules() throws {
    planned.planning.validation.rules = try RuleSettings(.all, select: [], ignore: ["TK405"])
    let receipt = try #require(try planned.plan().receipt)
    #expect(receipt.rules == RuleSettings(.all).codes.filter { $0 != "TK405" })

    let text = try planned.receiptText()
    #expect(try planned.problems(text).isEmpty)
    planned.planning.validation.rules = RuleSettings(.all)
    #expect(
      try planned.problems(text).first
        == "job.json was checked with other rules than the receipt lists: give --ignore TK405, as to 'tunekit plan'"
    )
    planned.planning.validation.rules = try RuleSettings(
      .all, select: [], extendSelect: ["TK104"], ignore: ["TK405", "TK701"])
    #expect(
      try planned.problems(text).first
        == "job.json was checked with other rules than the receipt lists: give --ignore TK104 and "
        + "--extend-select TK701, as to 'tunekit plan'")
    planned.planning.validation.rules = try RuleSettings(.all, select: [], ignore: ["TK405", "TK823"])
    #expect(
      try planned.problems(text) == ["job.json cannot be verified without the rules that find errors: TK823"])
  }

  @Test("no receipt covers datasets that were not checked, whatever is ignored")
  func unvalidatedDatasets() throws {
    try planned.write(
      try PlannedJob.job.replacing(#", "validation": "data/val.jsonl""#, by: ""), as: "job.json")
    planned.planning.validation.rules = try RuleSettings(.all, select: [], ignore: ["TK829"])
    #expect(try planned.plan().receipt == nil)
  }

  @Test("one cap for job and datasets; counts are exact")
  func cap() throws {
    let unknown = (1...30).map { #""unknown\#($0)": 1, "# }.joined()
    try planned.write(
      try PlannedJob.job.replacing("{\"project\"", by: "{\(unknown)\"project\""), as: "job.json")
    planned.planning.validation.rules.maximumFindings = 3
    let report = try planned.plan().job.report
    #expect(report.findings.map(\.code) == ["TK826", "TK826", "TK826"])
    #expect(report.counts.map(\.findings) == [30] && report.isTruncated)
  }

  @Test("there is no request and no receipt of a job with fields that were not read, whatever is ignored")
  func unreadFields() throws {
    try planned.write(
      try PlannedJob.job.replacing(#""epochCount""#, by: #""epochs""#), as: "job.json")
    planned.planning.validation.rules = try RuleSettings(.all, select: [], ignore: ["TK8"])
    let plan = try planned.plan()
    #expect(plan.job.report.counts.isEmpty && plan.receipt == nil)
    guard case .failure(.unfit(["epochs"])) = plan.request else {
      Issue.record("\(plan.request)")
      return
    }
  }

  @Test("a file that is no job says so, whatever is ignored")
  func noJob() throws {
    try planned.write("[]", as: "job.json")
    planned.planning.validation.rules = try RuleSettings(.all, select: [], ignore: ["TK8"])
    let plan = try planned.plan()
    #expect(plan.hasErrors && plan.receipt == nil)
    #expect(plan.job.report.counts.map { "\($0.code) \($0.isHidden)" } == ["TK836 true"])
  }

  @Test("datasets with the same bytes are told, whatever their names, their compression and links")
  func sameDatasets() throws {
    func codes() throws -> [RuleCode] { try planned.plan().job.report.counts.map(\.code) }
    #expect(try !codes().contains("TK839"))
    try planned.write(PlannedJob.examples(120), as: "data/val.jsonl")
    #expect(try codes().contains("TK839"))

    // As many bytes, examples and turns, but other bytes.
    try planned.write(try PlannedJob.examples(120).replacing("Yes.", by: "No!!"), as: "data/val.jsonl")
    #expect(try !codes().contains("TK839"))

    _ = try Tool.output(of: [
      "ln", "-sf", planned.folder.path("data/train.jsonl"), planned.folder.path("data/val.jsonl"),
    ])
    #expect(try codes().contains("TK839"))

    _ = try Tool.output(of: ["rm", planned.folder.path("data/val.jsonl")])
    try planned.write(PlannedJob.examples(120), as: "data/val.jsonl")
    _ = try Tool.output(of: ["gzip", planned.folder.path("data/val.jsonl")])
    try planned.write(try PlannedJob.job.replacing("data/val.jsonl", by: "data/val.jsonl.gz"), as: "job.json")
    #expect(try codes().contains("TK839"))
  }

  @Test("the request of a job with errors is given only where it is wanted all the same")
  func requestWithErrors() throws {
    let good = try planned.plan()
    #expect(try good.request(evenIfInvalid: false).get().url == good.request.get().url)
    try planned.write(
      try PlannedJob.job.replacing(#""epochCount": 2"#, by: #""epochCount": -2"#), as: "job.json")
    let plan = try planned.plan()
    #expect(throws: TuningRequestFault.hasErrors) { try plan.request(evenIfInvalid: false).get() }
    #expect(try plan.request(evenIfInvalid: true).get().body.contains("-2"))
  }
}
