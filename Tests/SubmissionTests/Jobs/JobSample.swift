import ModelCatalog
import Submission
import TuningJobs

/// A job to submit.
enum JobSample {
  static let file = """
    {
      "baseModel": "gemini-2.5-flash",
      "supervisedTuningSpec": {
        "trainingDatasetUri": "gs://my-bucket/train.jsonl",
        "hyperParameters": { "epochCount": 3, "adapterSize": "ADAPTER_SIZE_FOUR" }
      },
      "labels": { "team": "support" }
    }
    """

  static func request(_ file: String = file) throws -> TuningRequest {
    var validation = JobValidation(catalog: .builtIn, today: ModelCatalog.builtIn.asOf)
    validation.project = "my-project"
    validation.location = "us-central1"
    let plan = JobPlanning(validation).run(Array(file.utf8), path: "job.json") { _ in }
    return try plan.request.get()
  }

  static func service() throws -> TuningService {
    TuningService(try ProjectReference("my-project"), try LocationName("us-central1"))
  }

  static func state() throws -> SubmissionState {
    let key = SubmissionKey(endpoint: "", project: "", location: "", body: [], digests: [])
    return SubmissionState(
      key: key, receiptDigest: String(repeating: "0", count: 64), endpoint: "", project: "my-project",
      location: "us-central1", jobPath: "job.json", datasets: [])
  }
}
