import Foundation
import ModelCatalog
import TuningJobs

/// A folder with a job file and the datasets that it may name, gone when the value is: nothing outside it is read.
struct JobFolder: ~Copyable {
  static let jobName = "job.json"
  private static let trainingName = "train.jsonl"
  private static let validationName = "validation.jsonl"

  private let path: String

  var jobPath: String { path + "/" + Self.jobName }

  var trainingPath: String { path + "/" + Self.trainingName }
  var validationPath: String { path + "/" + Self.validationName }
  /// Where a receipt would lie.
  var receiptPath: String { path + "/receipt.json" }

  init(job: [UInt8]) throws(BrokenInvariant) {
    path = FileManager.default.temporaryDirectory.path + "/tunekit-fuzz-\(UUID().uuidString)"
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      let dataset = Array(repeatElement(Self.line, count: 20).joined())
      for (name, bytes) in [
        (Self.jobName, job), (Self.trainingName, dataset), (Self.validationName, Self.line),
      ] {
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
      }
    } catch {
      throw BrokenInvariant("the job's folder could not be written: \(error)")
    }
  }

  // Nothing depends on its going: it lies in the system's folder for temporary files.
  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A good example.
  private static let line = Array(
    """
    {"contents":[{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[{"text":"b"}]}]}

    """.utf8)

  /// Whether a path that counts from the folder stays in it: it is a name without a folder.
  static func holds(_ path: String) -> Bool { !path.utf8.contains(UInt8(ascii: "/")) && path != ".." }

  /// A job without errors whose datasets are in the folder.
  static let job = Array(
    """
    {
      "project": "my-project",
      "location": "us-central1",
      "datasets": {"training": "train.jsonl", "validation": "validation.jsonl"},
      "baseModel": "gemini-3.1-flash-lite",
      "supervisedTuningSpec": {
        "trainingDatasetUri": "gs://my-bucket/train.jsonl",
        "validationDatasetUri": "gs://my-bucket/validation.jsonl",
        "hyperParameters": {"epochCount": 3, "learningRateMultiplier": 1.5, "adapterSize": "ADAPTER_SIZE_FOUR"},
        "exportLastCheckpointOnly": true
      },
      "tunedModelDisplayName": "Support",
      "description": "Second attempt",
      "labels": {"team": "ml", "env": "dev"},
      "serviceAccount": "tuning@my-project.iam.gserviceaccount.com"
    }

    """.utf8)

  /// A day by its name, such as `2026-11-23`.
  static func day(_ text: String) throws(BrokenInvariant) -> CatalogDate {
    guard let day = CatalogDate(text) else { throw BrokenInvariant("\(text) is no day") }
    return day
  }
}
