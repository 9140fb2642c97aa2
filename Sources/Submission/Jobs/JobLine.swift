public import Reports

/// One line on how a job is, such as `RUNNING, tuning, 2 epochs done`.
public struct JobLine: Sendable {
  private let job: RemoteJob
  /// The epochs that were asked for; nil if the service chooses them.
  private let epochs: Int?

  /// Describes a job.
  public init(_ job: RemoteJob, epochs: Int? = nil) { (self.job, self.epochs) = (job, epochs) }

  /// The line.
  public var text: VisibleText {
    var text: VisibleText = "\(job.state)\(job.state.isKnown ? "" : " (a state that tunekit does not know)")"
    if let activity = job.activity { text = "\(text), \(activity)" }
    guard let done = job.epochsDone, !job.state.isFinal else { return text }
    let epochs = epochs.map { "\(done) of \(Quantity.count($0, "epoch")) done" }
    return "\(text), \(epochs ?? "\(Quantity.count(done, "epoch")) done")"
  }
}
