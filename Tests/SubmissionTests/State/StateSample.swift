import Submission
import TuningJobs

/// A submission of which everything is known.
enum StateSample {
  static let key = SubmissionKey(
    endpoint: "https://us-central1-aiplatform.googleapis.com", project: "p", location: "us-central1",
    body: Array(#"{"baseModel": "gemini-2.5-flash"}"#.utf8), digests: [])

  static var full: SubmissionState {
    get throws {
      let text = String(decoding: try minimal().fileBytes, as: UTF8.self)
      let dataset = #"""
        {"role": "training", "path": "/data/train.jsonl", "sizeInBytes": 9, "crc32c": "4waSgw==",
         "sha256": "\#(digest)", "modifiedAt": 1764385200000000001, "inode": 17, "target": "gs://b/train.jsonl",
         "session": {"uri": "https://storage.googleapis.com/upload/x?upload_id=secret", "startedAt": 1,
           "acknowledgedBytes": 5}, "generation": 1764385200000000}
        """#
      var state = try SubmissionState(
        parsing: Array(text.replacing("\"datasets\": []", with: "\"datasets\": [\(dataset)]").utf8))
      var attempt = CreateAttempt(
        number: 1, sentAt: 1_764_385_200_000, requestDigest: digest)
      attempt.outcome = .refused(status: 429)
      state.attempts = [
        attempt, CreateAttempt(number: 2, sentAt: 2, requestDigest: digest),
      ]
      state.jobName = "projects/1/locations/us-central1/tuningJobs/2"
      (state.lastState, state.lastSeen) = ("JOB_STATE_RUNNING", 3)
      state.otherData = "the job may have other data"
      return state
    }
  }

  static let digest = String(repeating: "0f", count: 32)

  /// One that has not begun, without datasets.
  static func minimal() throws -> SubmissionState {
    SubmissionState(
      key: key, receiptDigest: digest, endpoint: "https://us-central1-aiplatform.googleapis.com",
      project: "p", location: "us-central1", jobPath: "job.json", datasets: [])
  }
}
