/// What is known of a submission, so that a program that was killed at any moment can continue without creating a second job.
///
/// Each step is written before it is done, and again when its outcome is known. There is no token in it, but the address of
/// an upload, which works as one until the upload is finished.
public struct SubmissionState: Equatable, Sendable {
  /// The version of the file's form; it increases when a member is removed or its meaning changes.
  public static let schemaVersion = 1
  /// The longest file in bytes. A longer one is refused.
  public static let maximumFileBytes = 1 << 20

  /// The key, which is also the file's name.
  public let key: SubmissionKey
  /// SHA-256 of the receipt as JSON, 64 hexadecimal digits.
  public var receiptDigest: String
  /// The address of the tuning service.
  public var endpoint: String
  /// The project of the job.
  public var project: String
  /// The location of the job.
  public var location: String
  /// The path of the job file.
  public var jobPath: String
  /// What the job is marked with.
  public var marker: SubmissionMarker
  /// The datasets, in the order of the receipt.
  public var datasets: [DatasetUpload]
  /// The requests that were to create the job, the first one first.
  public var attempts: [CreateAttempt] = []
  /// The name of the job, such as `projects/1/locations/us-central1/tuningJobs/2`, once it is known.
  public var jobName: String?
  /// The last state of the job that the service told, such as `JOB_STATE_RUNNING`.
  public var lastState: String?
  /// When the service told it, in milliseconds since 1970.
  public var lastSeen: Int?

  /// Makes the state of a submission that has not begun.
  public init(
    key: SubmissionKey, receiptDigest: String, endpoint: String, project: String, location: String,
    jobPath: String, datasets: [DatasetUpload]
  ) {
    (self.key, self.receiptDigest, self.endpoint) = (key, receiptDigest, endpoint)
    (self.project, self.location, self.jobPath) = (project, location, jobPath)
    (self.datasets, marker) = (datasets, SubmissionMarker())
  }

  /// That the job may have other data than were validated, as a sentence without a full stop; nil if nothing says so.
  public var otherData: String?

  /// Whether a job may exist whose name is not known.
  public var isOutcomeUnknown: Bool { jobName == nil && attempts.contains { $0.outcome.isOpen } }

  /// Whether more than one request may have created a job, so that a second one can still appear in the list.
  public var mayHaveTwin: Bool { attempts.count { $0.outcome.canHaveCreated } > 1 }

  /// Whether nothing is sent any more: as many requests as may be have had no answer.
  public var isExhausted: Bool {
    isOutcomeUnknown && attempts.count { $0.outcome.isOpen } >= JobCreation.mostOpenAttempts
  }
}
