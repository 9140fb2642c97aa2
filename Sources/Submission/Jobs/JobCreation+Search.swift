public import TuningJobs

extension JobCreation {
  // MARK: Searching

  enum Search {
    case found(RemoteJob)
    case none
    case uncertain(String)
  }

  /// Looks for the job until it must have appeared.
  func search(
    _ state: SubmissionState, _ caller: inout some ServiceCaller
  ) throws(CreationFailure) -> Search {
    let start = caller.elapsedSeconds
    var isComplete = true
    for moment in Self.moments {
      let rest = start + moment * settleSeconds - caller.elapsedSeconds
      if rest > 0 { try wait(rest, &caller) }
      let found = try listed(state, &caller)
      if let job = found.jobs.first { return .found(job) }
      isComplete = found.isComplete
    }
    return isComplete
      ? .none : .uncertain("the list of jobs leads back to its beginning, or has jobs that cannot be read")
  }

  /// The jobs of the submission, the oldest first.
  func listed(
    _ state: SubmissionState, _ caller: inout some ServiceCaller
  ) throws(CreationFailure) -> TuningService.Listing {
    do throws(ServiceFailure) {
      var listing = try service.listing(&caller)
      listing.jobs = listing.jobs.filter { request.created($0, state.attempts) }.sorted {
        $0.isOlder(than: $1)
      }
      return listing
    } catch {
      throw .service(error)
    }
  }

  // MARK: Settling

  /// Keeps the name of the job, and looks for others of the same submission.
  func settle(
    on found: RemoteJob, isAdopted: Bool, _ state: inout SubmissionState, _ caller: inout some ServiceCaller,
    _ save: Save
  ) throws(CreationFailure) -> Outcome {
    state.jobName = found.name.description
    for index in state.attempts.indices where state.attempts[index].outcome.isOpen {
      state.attempts[index].outcome = .created
    }
    try keep(state, save)
    // A list that cannot be had now is no reason to doubt the job.
    var family = (try? listed(state, &caller).jobs) ?? []
    if !family.contains(where: { $0.name.tuningJobID == found.name.tuningJobID }) {
      family.append(found)
      family.sort { $0.isOlder(than: $1) }
    }
    // Without a marker, the others may be those of someone else.
    let job = request.marker == nil ? found : family.first { $0.state.group != .failed } ?? family[0]
    let others = family.filter { $0.name.tuningJobID != job.name.tuningJobID }
    if state.jobName != job.name.description {
      state.jobName = job.name.description
      try keep(state, save)
    }
    var twins: [CreatedJob.Twin] = []
    for other in others { twins.append(CreatedJob.Twin(job: other, fate: end(other, &caller))) }
    return .created(CreatedJob(job: job, isAdopted: isAdopted, twins: twins))
  }

  /// Looks again for other jobs of the submission, when even a list that lags must have them, and cancels those.
  ///
  /// - Returns: none if jobs have no marker.
  /// - Throws: why the jobs cannot be listed.
  public func twins(
    of name: TuningJobName, _ state: SubmissionState, _ caller: inout some ServiceCaller
  ) throws(CreationFailure) -> [CreatedJob.Twin] {
    guard request.marker != nil else { return [] }
    let family = try listed(state, &caller).jobs
    var twins: [CreatedJob.Twin] = []
    for other in family where other.name.tuningJobID != name.tuningJobID && !other.state.isFinal {
      twins.append(CreatedJob.Twin(job: other, fate: end(other, &caller)))
    }
    return twins
  }

  /// Cancels a job of the same submission that is too many.
  private func end(_ twin: RemoteJob, _ caller: inout some ServiceCaller) -> CreatedJob.Fate {
    if twin.state.isFinal { return .ended }
    guard request.marker != nil else { return .leftAlone }
    do throws(ServiceFailure) {
      let job = try service.cancel(twin.name, &caller)
      return job?.state.isFinal == true ? .ended : .cancelled
    } catch {
      return .notCancelled("\(error)")
    }
  }
}
