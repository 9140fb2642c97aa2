import Foundation
import JSONLines
import ModelCatalog
import TestSupport
import Testing
import TuningDatasets

@testable import TuningJobs

/// A job in a folder of its own, planned with a receipt, which is then verified.
final class PlannedJob {
  let folder: TemporaryFolder
  /// How the job is planned, and how its receipt is verified.
  var planning: JobPlanning

  init() throws {
    folder = try TemporaryFolder()
    let today = try #require(CatalogDate("2026-11-22"))
    planning = JobPlanning(JobValidation(catalog: .builtIn, today: today))
    planning.limits.jobs = 2
    planning.receiptVersion = "0.1.0"
    _ = try Tool.output(of: ["mkdir", folder.path("data")])
    try write(Self.job, as: "job.json")
    try write(Self.examples(120), as: "data/train.jsonl")
    try write(Self.validationExamples(30), as: "data/val.jsonl")
  }

  static let job = """
    {"project": "acme-tuner", "location": "us-central1", "baseModel": "gemini-3.1-flash-lite",
     "datasets": {"training": "data/train.jsonl", "validation": "data/val.jsonl"},
     "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl",
       "validationDatasetUri": "gs://acme-data/val.jsonl", "hyperParameters": {"epochCount": 2}}}
    """

  /// Examples, the last of which has a finding.
  static func examples(_ count: Int) -> String {
    (0..<count).map {
      #"{"contents":[{"role":"user","parts":[{"text":"\#($0)?"}]},{"role":"model","parts":[{"text":"Yes."}]}"#
        + ($0 == count - 1 ? #",{"role":"user","parts":[{"text":"And?"}]}]}"# : "]}") + "\n"
    }.joined()
  }

  /// Examples of a validation dataset, which are not those of training.
  static func validationExamples(_ count: Int) -> String {
    examples(count).replacingOccurrences(of: "?", with: " or not?")
  }

  func write(_ text: String, as name: String) throws { _ = try folder.write(Array(text.utf8), as: name) }

  func plan() throws -> JobPlan {
    planning.run(try folder.read("job.json"), path: folder.path("job.json")) { _ in }
  }

  /// The receipt's file as it would be written.
  func receiptText() throws -> String {
    var json = JSONWriter()
    try #require(try plan().receipt).relative(toFolderOf: folder.path("receipt.json")).write(to: &json)
    return String(decoding: json.finish(), as: UTF8.self)
  }

  /// Verifies a receipt's file.
  func verify(_ text: String) throws -> Result<VerifiedReceipt, ReceiptDifferences> {
    try UnverifiedReceipt(parsing: Array(text.utf8)).verify(at: folder.path("receipt.json"), with: planning) {
      _ in
    }
  }

  /// What refutes a receipt; empty where nothing does.
  func problems(_ text: String) throws -> [String] {
    guard case .failure(let differences) = try verify(text) else { return [] }
    return differences.list.map {
      $0.path.replacingOccurrences(of: folder.path + "/", with: "") + " " + $0.problem
    }
  }
}

extension String {
  /// The text with a part replaced, which it must have.
  func replacing(_ part: String, by other: String) throws -> String {
    try #require(contains(part), "\(part)")
    return replacingOccurrences(of: part, with: other)
  }
}
