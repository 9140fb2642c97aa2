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
      guard begins || job.state.isFinal else { return false }
      if state.attempts.count(where: { $0.outcome != .unsent }) > 1 { tellTwins(of: name, state, &caller) }
      // At the end, other data count if nobody has seen at the beginning that they were the right ones.
      let counts = begins || !isCompared && !hadBegun
      let comparison = compareAgain(state, &caller, isAtBeginning: begins)
      if begins { isCompared = comparison != nil }
      return counts && comparison == false
    }
  }

  /// Whether the objects are still those that were validated; nil if that cannot be said.
  private func compareAgain(
    _ state: SubmissionState, _ caller: inout Caller, isAtBeginning: Bool
  ) -> Bool? {
    var (areSame, areAllKnown) = (true, true)
    for dataset in state.datasets where dataset.generation != nil {
      do throws(Stop) {
        let changes = try changes(of: dataset, &caller)
        if changes.isEmpty { continue }
        areSame = false
        tellReplaced(dataset, changes, isAtBeginning: isAtBeginning)
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
    return !areSame ? false : areAllKnown ? true : nil
  }

  private func tellReplaced(_ dataset: DatasetUpload, _ changes: [String], isAtBeginning: Bool) {
    let what = changes.joined(separator: "; ")
    let when =
      isAtBeginning
      ? "the job may train on other data than were validated: 'tunekit cancel' ends it"
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
    for twin in JobCreation(service, request).twins(of: name, state, &caller) { tell(twin) }
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
        "a second job of this submission, \(name), may continue: \(why); 'tunekit cancel \(name)' ends it")
    }
    events.event("twin") { json in json.member("job", name.description) }
  }
}
