/// The state of a tuning job, as the service names it.
///
/// Source: `JobState` of reference/rest/v1/projects.locations.tuningJobs, as of 2026-08-22. The service may add states, so
/// a name that is not known is kept and shown, and the job counts as running.
public struct JobState: Hashable, Sendable, CustomStringConvertible {
  /// What a state means for those who wait for the job.
  public enum Group: Sendable, Equatable {
    /// The job has not begun: `QUEUED`, `PENDING`.
    case waiting
    /// The job works: `RUNNING`, `UPDATING`, and states that are not known.
    case running
    /// The job is held up: `PAUSED`.
    case held
    /// The job is being cancelled; it can still succeed.
    case ending
    /// The job has a whole model.
    case succeeded
    /// The job has ended without all that was asked for.
    case failed
  }

  /// The name without `JOB_STATE_`, such as `RUNNING`.
  public let description: String

  /// Reads the name of a state, with or without `JOB_STATE_`.
  public init(_ name: String) {
    let prefix = "JOB_STATE_"
    description = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.utf8.count)) : name
  }

  /// The job of an answer that names no state.
  static let unspecified = JobState("UNSPECIFIED")

  /// What the state means.
  public var group: Group {
    switch description {
    case "QUEUED", "PENDING": .waiting
    case "PAUSED": .held
    case "CANCELLING": .ending
    case "SUCCEEDED": .succeeded
    case "PARTIALLY_SUCCEEDED", "FAILED", "CANCELLED", "EXPIRED": .failed
    default: .running
    }
  }

  /// Whether tunekit knows the state.
  public var isKnown: Bool {
    group != .running || ["RUNNING", "UPDATING", "UNSPECIFIED"].contains(description)
  }

  /// Whether the job will not change any more.
  public var isFinal: Bool { group == .succeeded || group == .failed }

  /// Whether a part of what was asked for exists.
  public var isPartial: Bool { description == "PARTIALLY_SUCCEEDED" }

  /// What a job is doing, out of the names of `TuningJobState`; other names are shown as they are.
  ///
  /// Source: `TuningJobState` of google-genai 3.4.0, as of 2026-11-22.
  static func activity(_ name: String) -> String? {
    let prefix = "TUNING_JOB_STATE_"
    let name = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.utf8.count)) : name
    return switch name {
    case "", "UNSPECIFIED": nil
    case "WAITING_FOR_QUOTA": "waiting for quota"
    case "PROCESSING_DATASET": "checking the data"
    case "WAITING_FOR_CAPACITY": "waiting for capacity"
    case "TUNING": "tuning"
    case "POST_PROCESSING": "finishing"
    default: name
    }
  }
}
