import Documents
import JSONLines
public import TuningJobs

/// A tuning job as the service describes it.
///
/// Source: `TuningJob` of reference/rest/v1/projects.locations.tuningJobs, as of 2026-08-22, and of the discovery document of
/// 2026-11-06.
public struct RemoteJob: Sendable {
  /// A checkpoint of the tuned model.
  public struct Checkpoint: Sendable, Equatable {
    /// Its id; empty if the answer has none.
    public let id: String
    /// The epoch after which it was saved, from 1.
    public let epoch: Int?
    /// The training step after which it was saved.
    public let step: Int?
    /// The endpoint that serves it.
    public let endpoint: String?
  }

  /// Why a job failed, or was cancelled.
  public struct Problem: Sendable, Equatable {
    /// The number of the fault, as in `google.rpc.Code`.
    public let code: Int?
    /// The service's words.
    public let message: String

    /// The names of `google.rpc.Code`, in their order.
    private static let names = [
      "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS",
      "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE",
      "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
    ]

    /// The name of the number, such as `INTERNAL`; nil if the number has no name.
    public var codeName: String? { code.flatMap { Self.names.indices.contains($0) ? Self.names[$0] : nil } }
  }

  /// The job.
  public let name: TuningJobName
  /// Its state.
  public let state: JobState
  /// What it is doing, in words; nil if the answer does not say it.
  public let activity: String?
  /// When it was created.
  public let createTime: Timestamp?
  /// What is wrong with it.
  public let problem: Problem?
  /// Its experiment.
  public let experiment: String?
  /// The tuned model, as the service names it; a failed job can have one.
  public let model: String?
  /// The endpoint that serves the model.
  public let endpoint: String?
  /// The checkpoints.
  public let checkpoints: [Checkpoint]
  /// The epochs that are done.
  public let epochsDone: Int?
  /// Its labels.
  public let labels: [String: String]
  /// What the service counted in the data.
  public let statistics: DataStatistics?
  /// What was asked for.
  let outline: JobOutline

  /// The model that it tunes: a base model's id, or a tuned model's name.
  public var tunes: String? { outline.model }
  /// The name that people gave its model.
  public var displayName: String? { outline.displayName }

  /// Reads a job; nil if the answer has no name of a tuning job.
  init?(_ value: DocumentValue) {
    guard let text = value.text("name"), let name = try? TuningJobName(text) else { return nil }
    self.name = name
    state = value.text("state").map { JobState($0) } ?? .unspecified
    activity = value.text("tuningJobState").flatMap { JobState.activity($0) }
    createTime = value.text("createTime").flatMap { try? Timestamp($0) }
    experiment = value.text("experiment")
    problem = value["error"].flatMap { error in
      guard error.kind == .object, !error.members.isEmpty else { return nil }
      return Problem(code: error.number("code"), message: error.text("message") ?? "")
    }
    let tuned = value["tunedModel"]
    model = tuned?.text("model")
    endpoint = tuned?.text("endpoint")
    checkpoints = (tuned?["checkpoints"]?.elements ?? []).map { checkpoint in
      Checkpoint(
        id: checkpoint.text("checkpointId") ?? "", epoch: checkpoint.number("epoch"),
        step: checkpoint.number("step"), endpoint: checkpoint.text("endpoint"))
    }
    epochsDone = value["tuningJobMetadata"]?.number("completedEpochCount")
    var labels: [String: String] = [:]
    for label in value["labels"]?.members ?? [] { labels[label.name] = label.value.string }
    self.labels = labels
    statistics = value["tuningDataStats"]?["supervisedTuningDataStats"].map(DataStatistics.init)
    outline = JobOutline(value)
  }

  /// Reads the body of an answer; nil if it is not a tuning job.
  public init?(_ body: [UInt8]) {
    guard let value = try? DocumentValue(parsing: body) else { return nil }
    self.init(value)
  }

  /// Whether everything that a person watches is the same: the state, the activity and the epochs that are done.
  func looksLike(_ other: RemoteJob) -> Bool {
    state == other.state && activity == other.activity && epochsDone == other.epochsDone
  }

  /// Whether the job was created before another one; of two at the same time, the one with the smaller id.
  func isOlder(than other: RemoteJob) -> Bool {
    if let own = createTime, let others = other.createTime, own != others { return own < others }
    let ids = (name.tuningJobID, other.name.tuningJobID)
    return ids.0.utf8.count == ids.1.utf8.count ? ids.0 < ids.1 : ids.0.utf8.count < ids.1.utf8.count
  }
}
