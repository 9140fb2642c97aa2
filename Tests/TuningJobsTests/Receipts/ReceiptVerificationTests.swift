import Foundation
import ModelCatalog
import TestSupport
import Testing

@testable import TuningJobs

/// Receipts that their own job and datasets refute, and what is believed of the others.
@Suite final class ReceiptVerificationTests {
  private let planned: PlannedJob

  init() throws { planned = try PlannedJob() }

  // MARK: Files

  @Test("unchanged files verify, changed ones do not")
  func files() throws {
    let text = try planned.receiptText()
    #expect(try planned.problems(text) == [])
    var bytes = try planned.folder.read("data/val.jsonl")
    bytes[40] ^= 1
    try planned.write(String(decoding: bytes, as: UTF8.self), as: "data/val.jsonl")
    try planned.write(PlannedJob.job + "\n", as: "job.json")
    #expect(
      try planned.problems(text) == [
        "job.json has a different SHA-256", "data/val.jsonl has a different SHA-256",
      ])
    try planned.write(PlannedJob.examples(121), as: "data/train.jsonl")
    #expect(try planned.problems(text).count == 3)
  }

  @Test("all files are looked at, also behind one that cannot be read")
  func unreadable() throws {
    let text = try planned.receiptText()
    try FileManager.default.removeItem(atPath: planned.folder.path("data/train.jsonl"))
    try planned.write(PlannedJob.validationExamples(31), as: "data/val.jsonl")
    guard case .failure(let differences) = try planned.verify(text) else {
      Issue.record("a file is gone")
      return
    }
    #expect(differences.list.map(\.isReadable) == [false, true])
  }

  @Test(
    "a job file that is no regular file is not read", .timeLimit(.minutes(1)),
    arguments: ["/dev/zero", "/dev/null", "pipe", "data", "data/", "missing", "-", "job.json/"])
  func noJobFile(path: String) throws {
    let text = try planned.receiptText()
    _ = try Tool.output(of: ["mkfifo", planned.folder.path("pipe")])
    let path = path.hasPrefix("/") ? path : planned.folder.path(path)
    guard
      case .failure(let differences) = try planned.verify(
        try text.replacing("\"job.json\"", by: "\"\(path)\""))
    else {
      Issue.record("no job lies there")
      return
    }
    #expect(differences.list.map(\.isReadable) == [false])
  }

  @Test(
    "a pipe or a device behind a dataset's path is not read", .timeLimit(.minutes(1)),
    arguments: [true, false])
  func noDatasetFile(isPipe: Bool) throws {
    let text = try planned.receiptText()
    let path = planned.folder.path("data/val.jsonl")
    _ = try Tool.output(of: ["rm", path])
    _ = try Tool.output(of: isPipe ? ["mkfifo", path] : ["ln", "-s", "/dev/zero", path])
    let problems = try planned.problems(text)
    #expect(problems.count == 1 && problems[0].contains("is a pipe or a device"))
  }

  @Test("a job file that is too long, or damaged, is none", .enabled(if: Tool.has("gzip")))
  func noJob() throws {
    let text = try planned.receiptText()
    _ = try Tool.output(of: ["gzip", planned.folder.path("job.json")])
    let zipped = try planned.folder.read("job.json.gz")
    for bytes in [zipped + [1], Array(PlannedJob.job.utf8) + Array(repeating: 0x20, count: 1 << 20)] {
      _ = try planned.folder.write(bytes, as: "job.json")
      #expect(try planned.problems(text) == ["job.json is damaged, or too long for a job file"])
    }
    _ = try planned.folder.write(zipped, as: "job.json")
    #expect(try planned.problems(text) == [])
  }

  // MARK: Statements

  @Test(
    "what the job file and the bytes refute",
    arguments: [
      (
        #""acme-tuner""#, #""other-project""#, "job.json has 'acme-tuner' as its project, not 'other-project'"
      ),
      (#""acme-tuner""#, "null", "job.json has 'acme-tuner' as its project, not nothing"),
      (
        #""us-central1""#, #""europe-west4""#,
        "job.json has 'us-central1' as its location, not 'europe-west4'"
      ),
      (
        "gs://acme-data/val.jsonl", "gs://evil/val.jsonl",
        "job.json has 'gs://acme-data/val.jsonl' as its validation URI, not 'gs://evil/val.jsonl'"
      ),
      (
        "\"data/val.jsonl\"", "\"data/copy.jsonl\"",
        "job.json has 'data/val.jsonl' as its validation dataset, not 'data/copy.jsonl'"
      ),
      (#""TK405": 1"#, "", "data/train.jsonl has TK405 once, not 0"),
      (#""TK405": 1"#, #""TK405": 2"#, "data/train.jsonl has TK405 once, not 2"),
      (#""TK405": 1"#, #""TK405": 1, "TK701": 1"#, "data/train.jsonl has TK701 0 times, not 1"),
      (#""examples": 120"#, #""examples": 121"#, "data/train.jsonl has 120 examples, not 121"),
      (
        "\"TK001\", ", "",
        "job.json was checked with other rules than the receipt lists: it does not list TK001, so make a new receipt with "
          + "'tunekit plan'"
      ),
    ] as [(String, String, String)])
  func statements(part: String, other: String, expected: String) throws {
    try planned.write(PlannedJob.validationExamples(30), as: "data/copy.jsonl")
    let problems = try planned.problems(try planned.receiptText().replacing(part, by: other))
    #expect(problems.first == expected)
  }

  @Test("a dataset that is left out is missed")
  func removedDataset() throws {
    let text = try planned.receiptText()
    let validation = try #require(text.firstMatch(of: /(?s),\s*\{\s*"role": "validation".*?\}\s*\}/))
    #expect(
      try planned.problems(try text.replacing(String(validation.output), by: "")) == [
        "job.json has 'data/val.jsonl' as its validation dataset, not nothing",
        "job.json has 'gs://acme-data/val.jsonl' as its validation URI, not nothing",
      ])
  }

  @Test("a receipt of a job with errors is refuted")
  func errors() throws {
    let text = try planned.receiptText()
    let faulty = try PlannedJob.job.replacing("\"epochCount\": 2", by: "\"epochCount\": 0")
    try planned.write(faulty, as: "job.json")
    let sha256 = Hexadecimal.sha256(of: Array(PlannedJob.job.utf8))
    let forged = try text.replacing(sha256, by: Hexadecimal.sha256(of: Array(faulty.utf8)))
    let problems = try planned.problems(forged)
    #expect(
      problems.count == 1 && problems[0].hasPrefix("job.json has an error, TK823 invalid-epoch-count: "))
  }

  /// A change of any value at all is refuted, but for the few that are taken on trust.
  @Test("no value can be changed unnoticed")
  func everyValue() throws {
    let text = try planned.receiptText()
    let root = try JSONSerialization.jsonObject(with: Data(text.utf8))
    var unnoticed: Set<String> = []
    var count = 0
    for (path, changed) in Self.changes(of: root) {
      let data = try JSONSerialization.data(withJSONObject: changed)
      count += 1
      let isNoticed = (try? planned.problems(String(decoding: data, as: UTF8.self)).isEmpty) != true
      if !isNoticed { unnoticed.insert(path) }
    }
    #expect(count > 300)
    #expect(
      unnoticed == [
        "checkedAsOf", "tool.version", "catalog.sha256", "modelDescription",
        "modelDescription.sha256", "tokenizer", "tokenizer.sha256",
      ])
  }

  /// The value with each of its parts left out, and with each in another form, one at a time; and where that is.
  private static func changes(of value: Any, at path: String = "") -> [(String, Any)] {
    func inside(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
    switch value {
    case let object as [String: Any]:
      return object.flatMap { name, member in
        var rest = object
        rest[name] = nil
        return [(inside(name), rest as Any)]
          + changes(of: member, at: inside(name)).map { at, changed in
            var other = object
            other[name] = changed
            return (at, other as Any)
          }
      }
    case let array as [Any]:
      return array.indices.flatMap { index in
        var rest = array
        rest.remove(at: index)
        return [(inside("\(index)"), rest as Any)]
          + changes(of: array[index], at: inside("\(index)")).map { at, changed in
            var other = array
            other[index] = changed
            return (at, other as Any)
          }
      }
    case let text as String:
      let day = text == "2026-11-22" ? "2026-11-21" : (text.hasPrefix("0") ? "1" : "0") + text.dropFirst()
      return [(path, day), (path, text + "0"), (path, ""), (path, NSNull()), (path, 1)]
    case let number as Int: return [number + 1, number - 1, -number, 0, "1"].map { (path, $0) }
    default: return [(path, String(repeating: "0", count: 64)), (path, 1)]
    }
  }

  // MARK: Trust

  private func verified(_ text: String) throws -> VerifiedReceipt {
    try planned.verify(text).get()
  }

  @Test("what is proved, and what is taken on trust")
  func words() throws {
    let verified = try verified(try planned.receiptText())
    let folder = planned.folder.path
    #expect(
      verified.proved == [
        "\(folder)/job.json is the job file that was checked: it has the same SHA-256",
        "\(folder)/data/train.jsonl is the training dataset that was checked: it has the same size, SHA-256 and CRC32C",
        "\(folder)/data/val.jsonl is the validation dataset that was checked: it has the same size, SHA-256 and CRC32C",
        "the datasets, their URIs, the project and the location match the job",
        "a new check as of 2026-11-22 finds no errors in the job and its datasets, and every rule has as many findings as on the receipt",
      ])
    #expect(
      verified.trusted == [
        "who wrote the receipt and when, and the day of the job, 2026-11-22: receipts are not signed",
        "the objects at the URIs: compare their CRC32C in Cloud Storage with the receipt",
      ])
  }

  @Test("findings of another version or catalogue are taken on trust, but no errors")
  func otherCheck() throws {
    let text = try planned.receiptText()
    for (part, other) in [
      ("0.1.0", "9.0.0"),
      (try planned.plan().receipt?.catalogSHA256 ?? "", String(repeating: "0", count: 64)),
    ] {
      let forged = try text.replacing("\"\(part)\"", by: "\"\(other)\"").replacing(
        #""TK405": 1"#, by: #""TK405": 9"#)
      let verified = try verified(forged)
      #expect(verified.trusted.count == 3)
      #expect(
        verified.trusted[2].hasPrefix(
          "the number of findings of each rule, and the number of tokens: the receipt "))
      #expect(!verified.proved.contains { $0.contains("every rule") })
    }
    try planned.write(
      PlannedJob.examples(120).replacing("\"role\":\"model\"", by: "\"role\":\"bot\""), as: "data/train.jsonl"
    )
    #expect(try !planned.problems(text.replacing("0.1.0", by: "9.0.0")).isEmpty)
  }

  @Test("a project that the job file does not name is taken on trust, unless it is given")
  func openProject() throws {
    try planned.write(
      PlannedJob.job.replacing(#""project": "acme-tuner", "location": "us-central1", "#, by: ""),
      as: "job.json")
    planned.planning.validation.project = "an-option"
    planned.planning.validation.location = "europe-west4"
    let text = try planned.receiptText()
    #expect(try verified(text).trusted.count == 2)
    planned.planning.validation.project = "another-option"
    #expect(try planned.problems(text) == ["job.json has 'another-option' as its project, not 'an-option'"])
    planned.planning.validation.project = nil
    planned.planning.validation.location = nil
    let verified = try verified(text)
    #expect(
      verified.trusted[2] == "the project an-option and the location europe-west4: not given in the job file")
    #expect(verified.proved[3] == "the datasets and their URIs match the job")
    // What nobody else names must still be possible.
    #expect(try !planned.problems(text.replacing("europe-west4", by: "mars")).isEmpty)
    #expect(try !planned.problems(text.replacing("\"europe-west4\"", by: "null")).isEmpty)
  }

  @Test("what a model description made be found is believed only where that is given again")
  func modelDescription() throws {
    let job = try PlannedJob.job.replacing(
      #""baseModel": "gemini-3.1-flash-lite""#,
      by:
        #""preTunedModel": {"tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1"}"#
    )
    try planned.write(job, as: "job.json")
    let models = ProjectFolder.url.appending(path: "Fixtures/Jobs/models")
    let description = try ModelDescription([UInt8](Data(contentsOf: models.appending(path: "copied.json"))))
    planned.planning.validation.modelDescription = description
    let text = try planned.receiptText()
    let forged = try text.replacing(#""TK812": 1"#, by: #""TK812": 7"#)
    #expect(try verified(text).trusted.count == 2)
    #expect(try planned.problems(forged) == ["job.json has TK812 once, not 7"])
    planned.planning.validation.modelDescription = nil
    #expect(
      try verified(forged).trusted.last
        == "the number of findings of each rule, and the number of tokens: the receipt was made with a model description, and none is given now"
    )
    #expect(throws: ReceiptDifferences.self) {
      try verified(text.replacing("\"\(description.sha256)\"", by: "null"))
    }
  }
}
