import JSONLines
import Reports
import Submission
import TuningJobs

extension Submitting {
  /// Follows the job, and looks whether its data are still those that were validated.
  func follow(
    _ name: TuningJobName, _ state: inout SubmissionState, _ caller: inout Caller,
    _ taken: borrowing TakenSubmission
  ) throws(Stop) -> ExitStatus {
    events.begin("follow")
    events.note { $0.job = name.description }
    var follower = Follower(service: service, name: name, events: events)
    follower.epochs = planned.epochs
    (follower.timeout, follower.interval) = (options.timeout, options.interval)
    (follower.allowsPartial, follower.prediction) = (options.allowPartial, planned.prediction)
    follower.otherData = state.otherData
    follower.rulesWithFindings = planned.rulesWithFindings
    // An earlier run may have compared the data when the job began, and has told it if they were others.
    let hadBegun = state.lastState.map { JobState($0).group != .waiting } ?? false
    var isCompared = false
    return try follower.run(&caller) { (job, caller) throws(Stop) in
      state.lastState = "JOB_STATE_\(job.state)"
      state.lastSeen = SystemCalls.wallClock
      // The job continues, whether its state can be kept or not.
      try? taken.save(state)
      let begins = !isCompared && job.state.group != .waiting && !job.state.isFinal
      guard begins || job.state.isFinal else { return nil }
      if state.mayHaveTwin { tellTwins(of: name, state, &caller) }
      // At the end, other data count if nobody has seen at the beginning that they were the right ones.
      let counts = begins || !isCompared && !hadBegun
      let (changed, isKnown) = compareAgain(name, state, &caller, isAtBeginning: begins)
      if begins { isCompared = isKnown }
      guard counts, let changed else { return nil }
      // For later runs, and other commands, which see it as this one does.
      let other = "the job may have other data than were validated: \(changed) has changed in the bucket"
      state.otherData = other
      try? taken.save(state)
      return other
    }
  }

  /// Compares the objects with what was validated. What has no answer soon is told: the job does not wait for it.
  ///
  /// - Returns: the address of one that has changed, if there is one, and whether all could be compared, or one has changed.
  private func compareAgain(
    _ name: TuningJobName, _ state: SubmissionState, _ caller: inout Caller, isAtBeginning: Bool
  ) -> (changed: String?, isKnown: Bool) {
    var (changed, areAllKnown): (String?, Bool) = (nil, true)
    for dataset in state.datasets where dataset.generation != nil {
      do throws(Stop) {
        let changes = try changes(of: dataset, &caller, .until(seconds: 10))
        if changes.isEmpty { continue }
        changed = changed ?? dataset.target
        tellReplaced(name, dataset, changes, isAtBeginning: isAtBeginning)
      } catch {
        areAllKnown = false
        // A signal ends the program at its next wait, which says how to go on.
        if error.status != .trouble { continue }
        events.say("WARNING: \(dataset.target) cannot be compared again: \(error.message)")
        events.event("not-compared") { json in
          json.member("uri", dataset.target)
          json.member("problem", error.message)
        }
      }
    }
    return (changed, changed != nil || areAllKnown)
  }

  private func tellReplaced(
    _ name: TuningJobName, _ dataset: DatasetUpload, _ changes: [String], isAtBeginning: Bool
  ) {
    let what = changes.joined(separator: "; ")
    let when =
      isAtBeginning
      ? "the job may train on other data than were validated: \(events.command("cancel \(name)")) ends it"
      : "the job may have read it before or after that"
    events.say("WARNING: \(dataset.target) has changed in the bucket: \(what); \(when)")
    events.event("replaced") { json in
      json.member("uri", dataset.target)
      json.member("problem", what)
    }
  }

  // MARK: Twins

  /// Looks for other jobs of the submission, which are cancelled, and tells them.
  func tellTwins(of name: TuningJobName, _ state: SubmissionState, _ caller: inout Caller) {
    guard let request = try? markedRequest(state) else { return }
    do throws(CreationFailure) {
      for twin in try JobCreation(service, request).twins(of: name, state, &caller) { tell(twin) }
    } catch {
      let why = Stop(error).message
      if !why.isEmpty { events.say("WARNING: there may be a second job of this submission: \(why)") }
    }
  }

  /// Tells of another job of the submission.
  func tell(_ twin: CreatedJob.Twin) {
    let name = twin.job.name
    switch twin.fate {
    case .cancelled:
      events.say("a second job of this submission, \(name), was there; the service was asked to cancel it")
    case .ended: events.say("a second job of this submission, \(name), was there and has ended")
    case .leftAlone: events.say("\(name) asks for the same: look whether it is one too many")
    case .notCancelled(let why):
      events.say(
        "a second job of this submission, \(name), may continue: \(why); \(events.command("cancel \(name)")) ends it"
      )
    }
    events.event("twin") { json in json.member("job", name.description) }
  }
}
