import ByteStreams
import Diagnostics
import Foundation
import JSONLines
import ModelCatalog
import TestSupport
import Testing
import TuningDatasets

@testable import TuningJobs

/// Jobs in a folder of their own, planned with a receipt, which is then verified.
@Suite final class ReceiptTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try Tool.output(of: ["mkdir", folder.path("data")])
    try folder.write("job.json", Self.job)
    try folder.write("data/train.jsonl", Self.examples(120))
    try folder.write("data/val.jsonl", Self.examples(30))
  }

  private static let job = """
    {"project": "my-project", "location": "us-central1", "baseModel": "gemini-3.1-flash-lite",
     "datasets": {"training": "data/train.jsonl", "validation": "data/val.jsonl"},
     "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl",
       "validationDatasetUri": "gs://my-bucket/val.jsonl", "hyperParameters": {"epochCount": 2}}}
    """

  private static func examples(_ count: Int) -> String {
    (0..<count).map {
      #"{"contents":[{"role":"user","parts":[{"text":"\#($0)?"}]},{"role":"model","parts":[{"text":"Yes."}]}]}"#
        + "\n"
    }.joined()
  }

  private func plan(receipt: Bool = true) throws -> JobPlan {
    let today = try #require(CatalogDate("2026-11-22"))
    var planning = JobPlanning(JobValidation(catalog: .builtIn, today: today))
    planning.limits.jobs = 2
    planning.receiptVersion = receipt ? "0.1.0" : nil
    return planning.run(try folder.read("job.json"), path: folder.path("job.json")) { _ in }
  }

  private func writtenReceipt() throws -> UnverifiedReceipt {
    var json = JSONWriter()
    try #require(try plan().receipt).relative(toFolderOf: folder.path("receipt.json")).write(to: &json)
    return try UnverifiedReceipt(parsing: json.finish())
  }

  @Test("a receipt binds the job to the bytes of its datasets")
  func content() throws {
    let receipt = try #require(try plan().receipt)
    #expect(receipt.datasets.map(\.examples) == [120, 30])
    #expect(receipt.datasets.map(\.uri) == ["gs://my-bucket/train.jsonl", "gs://my-bucket/val.jsonl"])
    let bytes = try folder.read("data/train.jsonl")
    #expect(receipt.datasets[0].digest.sizeInBytes == bytes.count)
    let sum = try Tool.output(of: ["sha256sum", folder.path("data/train.jsonl")])
    #expect(sum.hasPrefix(receipt.datasets[0].digest.sha256))
    let job = try ValidatedTuningJob(try plan())
    #expect(job.receipt == receipt)
  }

  @Test("unchanged files verify, changed ones do not")
  func verify() throws {
    let receipt = try writtenReceipt()
    let path = folder.path("receipt.json")
    guard case .success = receipt.verify(in: path) else {
      Issue.record("nothing changed")
      return
    }
    var bytes = try folder.read("data/val.jsonl")
    bytes[40] ^= 1
    try folder.write("data/val.jsonl", String(decoding: bytes, as: UTF8.self))
    try folder.write("job.json", Self.job + "\n")
    guard case .failure(let differences) = receipt.verify(in: path) else {
      Issue.record("two files changed")
      return
    }
    #expect(differences.list.map(\.problem) == ["has another SHA-256", "has another SHA-256"])
    #expect(differences.list.map(\.path) == [folder.path("job.json"), folder.path("data/val.jsonl")])
    try folder.write("data/train.jsonl", Self.examples(121))
    guard case .failure(let more) = receipt.verify(in: path) else { return }
    #expect(more.list.contains { $0.problem == "has more than \(receipt.sizes[0]) bytes" })
  }

  @Test("all files are looked at, also behind one that cannot be read")
  func unreadable() throws {
    let receipt = try writtenReceipt()
    try FileManager.default.removeItem(atPath: folder.path("data/train.jsonl"))
    try folder.write("data/val.jsonl", Self.examples(31))
    guard case .failure(let differences) = receipt.verify(in: folder.path("receipt.json")) else {
      Issue.record("a file is gone")
      return
    }
    #expect(differences.list.map(\.isReadable) == [false, true])
  }

  @Test("the receipt says what was asked and what was found")
  func circumstances() throws {
    let receipt = try writtenReceipt().receipt
    #expect(receipt.project == "my-project")
    #expect(receipt.location == "us-central1")
    #expect(receipt.jobFindings.isEmpty)
    #expect(receipt.rules.contains("TK401") && receipt.rules.contains("TK829"))
    #expect(!receipt.rules.contains("TK415"), "off unless it is asked for")
    #expect(receipt.checkedAsOf == CatalogDate("2026-11-22"))
  }

  @Test("a dataset with an error, or without a local file, has no receipt")
  func refused() throws {
    try folder.write("data/val.jsonl", "{\n")
    #expect(try plan().receipt == nil)
    #expect(throws: ValidatedTuningJob.Fault.hasErrors) { try ValidatedTuningJob(try plan()) }
    try folder.write(
      "job.json", Self.job.replacingOccurrences(of: #", "validation": "data/val.jsonl""#, with: ""))
    let found = try plan().job.report.findings.map(\.code)
    #expect(found == ["TK829"])
    #expect(try plan(receipt: false).hasErrors == false)
    #expect(throws: ValidatedTuningJob.Fault.noReceipt) { try ValidatedTuningJob(try plan(receipt: false)) }
  }

  @Test("a file that changes while it is read is noticed")
  func changes() throws {
    let today = try #require(CatalogDate("2026-11-22"))
    var planning = JobPlanning(JobValidation(catalog: .builtIn, today: today))
    planning.receiptVersion = "0.1.0"
    let path = folder.path("data/train.jsonl")
    var hasChanged = false
    let plan = try planning.run(try folder.read("job.json"), path: folder.path("job.json")) { _ in
      // Once: who reads a file that keeps growing never gets to its end.
      if hasChanged { return }
      hasChanged = true
      let file = try #require(FileHandle(forWritingAtPath: path))
      try file.seekToEnd()
      try file.write(contentsOf: Data("\n".utf8))
      try file.close()
    }
    #expect(plan.receipt == nil)
    #expect(plan.job.report.findings.contains { $0.code == "TK829" })
  }

  @Test(
    "what is no receipt is refused in one line",
    arguments: [
      "", "[]", "{}", "{\"schemaVersion\": 2}", "{\"schemaVersion\": 1}", "{\"schemaVersion\": \"1\"}",
    ])
  func noReceipt(text: String) {
    #expect(throws: UnverifiedReceipt.Fault.self) { try UnverifiedReceipt(parsing: Array(text.utf8)) }
  }
}

extension UnverifiedReceipt {
  /// The sizes of the datasets, as the receipt states them.
  fileprivate var sizes: [Int] { receipt.datasets.map(\.digest.sizeInBytes) }
}

extension TemporaryFolder {
  fileprivate func write(_ name: String, _ text: String) throws { _ = try write(Array(text.utf8), as: name) }
}
