import Diagnostics
import JSONLines
import TuningJobs

extension SubmissionState {
  /// The state as JSON: the contents of its file.
  public var fileBytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schemaVersion", Self.schemaVersion)
      json.member("key", key.description)
      json.member("receiptDigest", receiptDigest)
      json.member("endpoint", endpoint)
      json.member("project", project)
      json.member("location", location)
      json.member("jobPath", jobPath)
      json.member("marker", marker.description)
      json.array("datasets") { json in for dataset in datasets { Self.write(dataset, to: &json) } }
      json.array("attempts") { json in for attempt in attempts { Self.write(attempt, to: &json) } }
      json.member("jobName", jobName)
      json.member("lastState", lastState)
      json.member("lastSeen", lastSeen)
      json.member("otherData", otherData)
    }
    return json.finish()
  }

  private static func write(_ dataset: DatasetUpload, to json: inout JSONWriter) {
    json.object { json in
      json.member("role", dataset.role.rawValue)
      json.member("path", dataset.path)
      json.member("sizeInBytes", dataset.sizeInBytes)
      json.member("crc32c", Base64.text(dataset.crc32c))
      json.member("sha256", dataset.sha256)
      json.member("modifiedAt", dataset.modifiedAt)
      json.member("inode", dataset.inode)
      json.member("target", dataset.target)
      if let session = dataset.session {
        json.object("session") { json in
          json.member("uri", session.uri)
          json.member("startedAt", session.startedAt)
          json.member("acknowledgedBytes", session.acknowledgedBytes)
        }
      }
      json.member("generation", dataset.generation)
    }
  }

  private static func write(_ attempt: CreateAttempt, to json: inout JSONWriter) {
    json.object { json in
      json.member("number", attempt.number)
      json.member("sentAt", attempt.sentAt)
      json.member("requestDigest", attempt.requestDigest)
      json.member("outcome", attempt.outcome.word)
      if case .refused(let status) = attempt.outcome { json.member("status", status) }
    }
  }
}

extension CreateAttempt.Outcome {
  /// The outcome in the file.
  var word: String {
    switch self {
    case .sending: "sending"
    case .unsent: "unsent"
    case .refused: "refused"
    case .unknown: "unknown"
    case .created: "created"
    }
  }

  /// Reads an outcome; nil for a word that is none, or without the status that it needs.
  init?(word: String, status: Int?) {
    switch (word, status) {
    case ("sending", nil): self = .sending
    case ("unsent", nil): self = .unsent
    case ("refused", let status?): self = .refused(status: status)
    case ("unknown", nil): self = .unknown
    case ("created", nil): self = .created
    default: return nil
    }
  }
}
