public import TuningJobs

/// Follows a job until it has ended: reads it again and again, and tells what has changed.
///
///     var following = JobFollowing(service, name)
///     while true {
///       switch try following.next(&caller) {
///       case .changed(let job): show(job)
///       …
///
/// What a single answer says is not trusted: a job that is not found, or an answer that cannot be read, is asked for again,
/// and a state may go back.
public struct JobFollowing: Sendable {
  /// What came of reading the job once more.
  public enum Step: Sendable {
    /// The state, the activity or the epochs are others than before, or are told for the first time.
    case changed(RemoteJob)
    /// Nothing that a person watches is different.
    case unchanged(RemoteJob)
    /// The time is over, and the job continues.
    case timeout
  }

  /// For how long a job may be missing: right after its creation, not all of the service knows it.
  private static let patienceWithMissing = 60.0
  /// For how long a job may be missing that was never seen, in seconds; one that a user names may not exist.
  public var patienceWithUnseen = 60.0
  /// Called when a job is missing for the first time.
  public var tellMissing: (@Sendable () -> Void)?
  /// How many answers in a row may be unreadable.
  private static let patienceWithUnreadable = 5
  /// The shortest pause between two reads, in seconds.
  private static let shortestInterval = 0.1

  private let service: TuningService
  private let name: TuningJobName
  /// The seconds between two reads, in place of those that grow.
  private let interval: Double?
  /// The seconds after which the following ends.
  private let timeout: Double?
  private var start: Double?
  private var lastJob: RemoteJob?
  private var nextRead = 0.0
  private var missingSince: Double?
  private var unreadable = 0

  /// Prepares to follow a job.
  ///
  /// - Parameters:
  ///   - first: the job as it is known already, and shown.
  ///   - interval: the seconds between two reads; nil for every 5 at first, and every 60 after an hour.
  ///   - timeout: the seconds after which it ends; nil for none.
  public init(
    _ service: TuningService, _ name: TuningJobName, first: RemoteJob? = nil, interval: Double? = nil,
    timeout: Double? = nil
  ) {
    (self.service, self.name, self.interval, self.timeout) = (service, name, interval, timeout)
    lastJob = first
  }

  /// The seconds since the first read.
  public func elapsed(_ caller: some ServiceCaller) -> Double {
    start.map { caller.elapsedSeconds - $0 } ?? 0
  }

  /// Waits until the job is to be read again, and reads it.
  ///
  /// - Parameter tick: called about every second of the wait, with the job that was read last.
  /// - Throws: ``ServiceFailure`` where the job cannot be read, whatever is tried, or if the program is to end.
  public mutating func next<Caller: ServiceCaller>(
    _ caller: inout Caller, tick: ((RemoteJob?, Double) -> Void)? = nil
  ) throws(ServiceFailure) -> Step {
    let start = start ?? caller.elapsedSeconds
    self.start = start
    while true {
      while caller.elapsedSeconds < nextRead {
        if isOver(caller) { return .timeout }
        let rest = min(nextRead, timeout.map { start + $0 } ?? nextRead) - caller.elapsedSeconds
        // After a suspension, the clock has gone on, so that the job is read at once.
        try caller.wait(seconds: tick == nil ? rest : min(rest, 1))
        tick?(lastJob, caller.elapsedSeconds - start)
      }
      if isOver(caller) { return .timeout }
      guard let job = try read(&caller) else { continue }
      defer { lastJob = job }
      if let lastJob, lastJob.looksLike(job) { return .unchanged(job) }
      return .changed(job)
    }
  }

  /// Whether the time is over. The job is read once, however short the time is.
  private func isOver(_ caller: some ServiceCaller) -> Bool {
    guard let timeout, let start, nextRead > 0 else { return false }
    return caller.elapsedSeconds - start >= timeout
  }

  /// Reads the job, and sets when it is read again; nil if the answer is not to be trusted yet.
  private mutating func read(_ caller: inout some ServiceCaller) throws(ServiceFailure) -> RemoteJob? {
    let rest = timeout.map { max(1, $0 - elapsed(caller)) }
    defer { nextRead = caller.elapsedSeconds + pause(after: elapsed(caller)) }
    do throws(ServiceFailure) {
      let job = try service.job(name, &caller, .until(seconds: rest ?? .infinity))
      (missingSince, unreadable) = (nil, 0)
      return job
    } catch {
      switch error {
      case .refused(let refusal) where refusal.status == 404:
        let since = missingSince ?? caller.elapsedSeconds
        let patience = lastJob == nil ? patienceWithUnseen : Self.patienceWithMissing
        if caller.elapsedSeconds - since >= patience { throw error }
        if missingSince == nil { tellMissing?() }
        missingSince = since
      case .transport(let failure) where failure.kind == .malformed:
        unreadable += 1
        if unreadable >= Self.patienceWithUnreadable { throw error }
      default:
        // What was tried for so long has taken all the time there was.
        guard timeout != nil, isOverAfterTrying(error, caller) else { throw error }
      }
      return nil
    }
  }

  /// Whether a failure that goes by itself has lasted until the end of the time.
  private func isOverAfterTrying(_ failure: ServiceFailure, _ caller: some ServiceCaller) -> Bool {
    guard let timeout, elapsed(caller) >= timeout else { return false }
    switch failure {
    case .transport(let failure): return failure.kind != .interrupted
    case .refused(let refusal): return refusal.status == 429 || refusal.status >= 500
    case .credentials, .interrupted: return false
    }
  }

  /// The seconds until the next read, up to a fifth more or less, so that many who wait do not come at once.
  private func pause(after elapsed: Double) -> Double {
    let seconds: Double
    if let interval { return max(interval, Self.shortestInterval) }
    switch elapsed {
    case ..<60: seconds = 5
    case ..<600: seconds = 15
    case ..<3600: seconds = 30
    default: seconds = 60
    }
    return seconds * Double.random(in: 0.8...1.2)
  }
}
