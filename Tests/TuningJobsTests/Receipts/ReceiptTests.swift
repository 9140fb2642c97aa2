import ByteStreams
import Diagnostics
import Foundation
import JSONLines
import ModelCatalog
import TestSupport
import Testing
import TuningDatasets

@testable import TuningJobs

/// What comes to be on a receipt.
@Suite final class ReceiptTests {
  private let planned: PlannedJob

  init() throws { planned = try PlannedJob() }

  @Test("a receipt binds the job to the bytes of its datasets")
  func content() throws {
    let receipt = try #require(try planned.plan().receipt)
    #expect(receipt.datasets.map(\.examples) == [120, 30])
    #expect(receipt.datasets.map(\.uri) == ["gs://acme-data/train.jsonl", "gs://acme-data/val.jsonl"])
    let bytes = try planned.folder.read("data/train.jsonl")
    #expect(receipt.datasets[0].digest.sizeInBytes == bytes.count)
    let sum = try Tool.output(of: ["sha256sum", planned.folder.path("data/train.jsonl")])
    #expect(sum.hasPrefix(receipt.datasets[0].digest.sha256))
    let job = try ValidatedTuningJob(try planned.plan())
    #expect(job.receipt == receipt)
  }

  @Test("a receipt that is written and read is the same")
  func roundTrip() throws {
    let receipt = try UnverifiedReceipt(parsing: Array(try planned.receiptText().utf8)).receipt
    #expect(
      receipt == (try planned.plan().receipt?.relative(toFolderOf: planned.folder.path("receipt.json"))))
  }

  @Test("the receipt says what was asked and what was found")
  func circumstances() throws {
    let receipt = try #require(try planned.plan().receipt)
    #expect(receipt.project == "acme-tuner")
    #expect(receipt.location == "us-central1")
    #expect(receipt.jobFindings.isEmpty)
    #expect(receipt.datasets.map(\.findings) == [["TK405": 1], ["TK405": 1]])
    #expect(receipt.rules.contains("TK401") && receipt.rules.contains("TK829"))
    #expect(!receipt.rules.contains("TK415"), "off unless it is asked for")
    #expect(receipt.checkedAsOf == CatalogDate("2026-11-22"))
    let catalog = try planned.folder.write(ModelCatalog.builtIn.catalogJSON(), as: "catalog.json")
    #expect(try Tool.output(of: ["sha256sum", catalog]).hasPrefix(receipt.catalogSHA256))
  }

  @Test("a dataset with an error, or without a local file, has no receipt")
  func refused() throws {
    try planned.write("{\n", as: "data/val.jsonl")
    #expect(try planned.plan().receipt == nil)
    #expect(throws: ValidatedTuningJob.Fault.hasErrors) { try ValidatedTuningJob(try planned.plan()) }
    let job = try PlannedJob.job.replacing(#", "validation": "data/val.jsonl""#, by: "")
    try planned.write(job, as: "job.json")
    let found = try planned.plan().job.report.findings.map(\.code)
    #expect(found == ["TK829"])
    planned.planning.receiptVersion = nil
    #expect(try planned.plan().hasErrors == false)
    #expect(throws: ValidatedTuningJob.Fault.noReceipt) { try ValidatedTuningJob(try planned.plan()) }
  }

  @Test("a file that changes while it is read is noticed")
  func changes() throws {
    let path = planned.folder.path("data/train.jsonl")
    var hasChanged = false
    let bytes = try planned.folder.read("job.json")
    let plan = try planned.planning.run(bytes, path: planned.folder.path("job.json")) { _ in
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
    "a pipe in the place of a dataset is not waited for where a receipt is wanted", .timeLimit(.minutes(1)))
  func pipe() throws {
    let path = planned.folder.path("data/val.jsonl")
    _ = try Tool.output(of: ["rm", path])
    _ = try Tool.output(of: ["mkfifo", path])
    let failure = try planned.plan().dataset(.validation)?.report.failure
    #expect(failure == "\(ByteStreamError.notARegularFile(path: path))")
  }
}
