import TuningJobs

/// What the list of a project's jobs says about a job that is to be created.
public struct HistoryCheck: Sendable {
  /// The job of this submission, from an earlier run; it is not created again.
  public let own: RemoteJob?
  /// Jobs that ask for the same, of the last day, which have not failed.
  public let equal: [RemoteJob]
  /// The jobs that have not ended: a project has a quota of concurrent jobs, which is one if it was never raised.
  public let active: [RemoteJob]
  /// Whether all jobs could be read.
  public let isComplete: Bool

  private static let recently = 24 * 3600

  /// Looks through the jobs of a project.
  ///
  /// - Parameter now: the seconds since 1970.
  /// - Throws: ``ServiceFailure`` where the jobs cannot be listed.
  public init(
    _ service: TuningService, _ request: MarkedRequest, _ attempts: [CreateAttempt],
    now: Int, _ caller: inout some ServiceCaller
  ) throws(ServiceFailure) {
    let listing = try service.listing(&caller)
    let own = listing.jobs.filter { request.created($0, attempts) }.sorted { $0.isOlder(than: $1) }
    self.own = own.first { $0.state.group != .failed } ?? own.first
    let others = listing.jobs.filter { job in !own.contains { $0.name == job.name } }
    equal = others.filter { job in
      guard job.state.group != .failed, request.asksFor(job) else { return false }
      guard let created = job.createTime?.secondsSince1970 else { return true }
      return now - created < Self.recently
    }
    active = others.filter { !$0.state.isFinal }
    isComplete = listing.isComplete
  }
}
