/// A job that exists, and how it came to be.
public struct CreatedJob: Sendable {
  /// The job.
  public let job: RemoteJob
  /// Whether it was found by its marker, after an attempt whose answer did not come.
  public let isAdopted: Bool
  /// Other jobs of the same submission.
  public let twins: [Twin]

  /// Another job of the same submission.
  public struct Twin: Sendable {
    /// The job, as it was listed.
    public let job: RemoteJob
    /// What was done about it.
    public let fate: Fate
  }

  /// What was done about a twin.
  public enum Fate: Sendable {
    /// It had ended already.
    case ended
    /// The service was asked to cancel it, and agreed.
    case cancelled
    /// It cannot be told for certain to be ours, because jobs have no marker.
    case leftAlone
    /// It may continue: why it could not be cancelled.
    case notCancelled(String)
  }
}
