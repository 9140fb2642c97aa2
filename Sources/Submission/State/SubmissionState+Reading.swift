import Diagnostics
public import Documents
import TuningJobs

extension SubmissionState {
  /// Reads the contents of a state's file, strictly: what this program has not written is a fault.
  ///
  /// - Parameter advice: what to do about a fault, as the end of a sentence.
  /// - Throws: the first fault.
  public init(parsing bytes: [UInt8], advice: String? = nil) throws(DocumentFault) {
    let root = try DocumentReader(bytes, atMost: Self.maximumFileBytes, .nulls, advice: advice)
    try root.checkVersion(Self.schemaVersion)
    var file = StateFile()
    try root.read(StateFile.fields, into: &file)
    guard let key = file.key, let marker = file.marker else {
      throw root.invalid("expected a key and a marker")
    }
    self.init(
      key: key, receiptDigest: file.receiptDigest, endpoint: file.endpoint, project: file.project,
      location: file.location, jobPath: file.jobPath, datasets: file.datasets)
    self.marker = marker
    (attempts, jobName) = (file.attempts, file.jobName)
    (lastState, lastSeen, otherData) = (file.lastState, file.lastSeen, file.otherData)
  }
}

/// The members of a state's file, as far as they have been read.
private struct StateFile {
  var key: SubmissionKey?
  var (receiptDigest, endpoint, project, location, jobPath) = ("", "", "", "", "")
  var marker: SubmissionMarker?
  var datasets: [DatasetUpload] = []
  var attempts: [CreateAttempt] = []
  var jobName: String?
  var lastState: String?
  var lastSeen: Int?
  var otherData: String?

  static let fields = DocumentFields<StateFile>([
    .custom("schemaVersion", .required) { (_, _) throws(DocumentFault) in },
    .value("key", .required, to: \.key) { (key) throws(DocumentFault) in
      guard let key = SubmissionKey(try key.string()) else {
        throw key.invalid("expected 16 hexadecimal digits")
      }
      return key
    },
    .sha256("receiptDigest", to: \.receiptDigest),
    .text("endpoint", to: \.endpoint),
    .text("project", to: \.project),
    .text("location", to: \.location),
    .text("jobPath", to: \.jobPath),
    .value("marker", .required, to: \.marker) { (marker) throws(DocumentFault) in
      guard let marker = SubmissionMarker(try marker.string()) else {
        throw marker.invalid("expected the 26 characters of a marker")
      }
      return marker
    },
    .custom("datasets", .required) { (file, list) throws(DocumentFault) in
      for element in try list.elements() {
        var dataset = DatasetUpload()
        try element.read(datasetFields, into: &dataset)
        file.datasets.append(dataset)
      }
    },
    .custom("attempts", .required) { (file, list) throws(DocumentFault) in
      for element in try list.elements() {
        var attempt = AttemptFile()
        try element.read(AttemptFile.fields, into: &attempt)
        file.attempts.append(try attempt.attempt(element))
      }
    },
    .value("jobName", to: \.jobName) { (text) throws(DocumentFault) in try text.string() },
    .value("lastState", to: \.lastState) { (text) throws(DocumentFault) in try text.string() },
    .value("lastSeen", to: \.lastSeen) { (time) throws(DocumentFault) in try time.count() },
    .value("otherData", to: \.otherData) { (text) throws(DocumentFault) in try text.string() },
  ])

  static let datasetFields = DocumentFields<DatasetUpload>([
    .value("role", .required, to: \.role) { (role) throws(DocumentFault) in
      guard let value = FileRole(rawValue: try role.string()), value != .job else {
        throw role.invalid("expected 'training' or 'validation'")
      }
      return value
    },
    .text("path", to: \.path),
    .value("sizeInBytes", .required, to: \.sizeInBytes) { (size) throws(DocumentFault) in try size.count() },
    .value("crc32c", .required, to: \.crc32c) { (text) throws(DocumentFault) in
      guard let checksum = Base64.checksum(try text.string()) else {
        throw text.invalid("expected a CRC32C in base64")
      }
      return checksum
    },
    .sha256("sha256", to: \.sha256),
    .value("modifiedAt", to: \.modifiedAt) { (time) throws(DocumentFault) in try time.count(from: .min) },
    .value("inode", to: \.inode) { (number) throws(DocumentFault) in try number.count(from: .min) },
    .text("target", to: \.target),
    .value("session", to: \.session) { (object) throws(DocumentFault) in
      var session = DatasetUpload.Session(uri: "", startedAt: 0)
      try object.read(sessionFields, into: &session)
      return session
    },
    .value("generation", to: \.generation) { (number) throws(DocumentFault) in try number.count(from: 1) },
  ])

  static let sessionFields = DocumentFields<DatasetUpload.Session>([
    .text("uri", to: \.uri),
    .value("startedAt", .required, to: \.startedAt) { (time) throws(DocumentFault) in try time.count() },
    .value("acknowledgedBytes", .required, to: \.acknowledgedBytes) { (size) throws(DocumentFault) in
      try size.count()
    },
  ])
}

/// The members of an attempt.
private struct AttemptFile {
  var (number, sentAt) = (0, 0)
  var (requestDigest, outcome) = ("", "")
  var status: Int?

  static let fields = DocumentFields<AttemptFile>([
    .value("number", .required, to: \.number) { (number) throws(DocumentFault) in try number.count(from: 1) },
    .value("sentAt", .required, to: \.sentAt) { (time) throws(DocumentFault) in try time.count() },
    .sha256("requestDigest", to: \.requestDigest),
    .text("outcome", to: \.outcome),
    .value("status", to: \.status) { (status) throws(DocumentFault) in try status.count(from: 100) },
  ])

  func attempt(_ place: DocumentReader) throws(DocumentFault) -> CreateAttempt {
    guard let outcome = CreateAttempt.Outcome(word: outcome, status: status) else {
      throw place.invalid("expected an outcome, with a status exactly if it is 'refused'")
    }
    var attempt = CreateAttempt(number: number, sentAt: sentAt, requestDigest: requestDigest)
    attempt.outcome = outcome
    return attempt
  }
}

extension DocumentField {
  /// A required text that is not empty and has no null character.
  fileprivate static func text(
    _ name: String, to path: any WritableKeyPath<Target, String> & Sendable
  ) -> DocumentField {
    .value(name, .required, to: path) { (value) throws(DocumentFault) in
      let text = try value.string()
      if text.isEmpty || text.utf8.contains(0) {
        throw value.invalid("expected a text that is not empty and has no null character")
      }
      return text
    }
  }

  /// A required SHA-256.
  fileprivate static func sha256(
    _ name: String, to path: any WritableKeyPath<Target, String> & Sendable
  ) -> DocumentField {
    .value(name, .required, to: path) { (value) throws(DocumentFault) in
      let text = try value.string()
      guard text.utf8.count == 64, text.utf8.allSatisfy("0123456789abcdef".utf8.contains) else {
        throw value.invalid("expected a SHA-256 in 64 hexadecimal digits")
      }
      return text
    }
  }
}
