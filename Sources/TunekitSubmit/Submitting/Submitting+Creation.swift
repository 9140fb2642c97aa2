import JSONLines
import Diagnostics
import Reports
import Submission
import TuningJobs

extension Submitting {
  // MARK: Before

  /// Looks for jobs of the project: this one, from an earlier run, which is taken over, and others. Then asks the user.
  ///
  /// - Returns: the name of the job, if there is one.
  func look(
    for request: MarkedRequest, _ state: inout SubmissionState, _ caller: inout Caller,
    _ taken: borrowing TakenSubmission
  ) throws(Stop) -> TuningJobName? {
    events.begin("history")
    let history: HistoryCheck
    do throws(ServiceFailure) {
      history = try HistoryCheck(
        service, request, state.attempts, now: SystemCalls.wallClock / 1000, &caller)
    } catch {
      throw Stop(error, "the jobs of the project cannot be listed")
    }
    if let own = history.own {
      state.jobName = own.name.description
      for index in state.attempts.indices where state.attempts[index].outcome.isOpen {
        state.attempts[index].outcome = .created
      }
      try save(state, taken)
      events.say("an earlier run has created the job: \(own.name)")
      tellCreated(own.name, isAdopted: true)
      return own.name
    }
    try ask(history, isOpen: state.isOutcomeUnknown)
    return nil
  }

  private func ask(_ history: HistoryCheck, isOpen: Bool) throws(Stop) {
    events.begin("question")
    events.show { PlanText(planned.plan).writeLines(to: &$0) }
    if let cost = CostText(planned).line { events.say("\(cost)") }
    for job in history.equal {
      events.say("a job that asks for the same exists: \(job.name), \(JobLine(job).text)")
    }
    if !history.active.isEmpty {
      let names = history.active.map(\.name.description).joined(separator: ", ")
      let (count, verb) = (history.active.count, history.active.count == 1 ? "runs" : "run")
      events.say(
        "\(Quantity.count(count, "job")) already \(verb) in \(service.location), so yours may wait for quota: \(names)"
      )
    }
    events.event("plan") { json in
      json.member("project", service.project.description)
      json.member("location", service.location.description)
      json.member("estimatedCostInDollars", planned.plan.estimatedCostInDollars)
      json.array("activeJobs", layout: .oneLine) { json in
        for job in history.active { json.string(job.name.description) }
      }
      json.array("equalJobs", layout: .oneLine) { json in
        for job in history.equal { json.string(job.name.description) }
      }
    }
    if isOpen {
      events.say(
        "an earlier attempt to create this job had no answer; it is looked for before it is created again")
    }
    if options.yes { return }
    guard try Question.isAnsweredYes("Create this job in project \(service.project)?") else {
      throw Stop(.trouble, "not-confirmed", "no job was created")
    }
  }

  // MARK: Creation

  /// Creates the job.
  func create(
    _ request: MarkedRequest, _ state: inout SubmissionState, _ caller: inout Caller,
    _ taken: borrowing TakenSubmission
  ) throws(Stop) -> TuningJobName {
    events.begin("create")
    var creation = JobCreation(service, request)
    if let settle = options.settle { creation.settleSeconds = settle }
    let events = events
    creation.tell = { events.say("\($0)") }
    let outcome: JobCreation.Outcome
    do throws(CreationFailure) {
      outcome = try creation.run(&state, &caller) { (state) throws(StateFault) in try taken.save(state) }
    } catch {
      let stop = Stop(error)
      guard state.isOutcomeUnknown else { throw stop }
      // An interrupted program says by its status that it was, and here what is to be done.
      let isInterrupted = stop.status == .interrupted || stop.status == .terminated
      throw Stop(
        isInterrupted ? stop.status : .unknown, isInterrupted ? stop.code : "outcome-unknown",
        unknown(stop.message.isEmpty ? "the program was interrupted" : stop.message, state))
    }
    switch outcome {
    case .created(let created):
      events.say("\(created.isAdopted ? "found" : "created") \(created.job.name)")
      tellCreated(created.job.name, isAdopted: created.isAdopted)
      for twin in created.twins { tell(twin) }
      return created.job.name
    case .refused(let refusal):
      let pieces = ServiceRules.pieces(of: refusal.message)
      if pieces.count > 1 { for piece in pieces { events.say("  \(piece)") } }
      throw Stop(.refused(refusal), "the service refuses the job")
    case .unknown(let why): throw Stop(.unknown, "outcome-unknown", unknown(why, state))
    }
  }

  private func unknown(_ why: String, _ state: SubmissionState) -> String {
    let isMarked = (try? markedRequest(state))?.isMarked == true
    let how = !isMarked ? "" : " with the label \(SubmissionMarker.label)=\(state.marker)"
    return "there may be a job: \(why); look for one\(how) by 'tunekit list --project \(service.project) "
      + "--location \(service.location)', or run the command again, which looks for it first"
  }

  private func tellCreated(_ name: TuningJobName, isAdopted: Bool) {
    events.note { $0.job = name.description }
    events.event("created") { json in
      json.member("job", name.description)
      json.member("isAdopted", isAdopted)
    }
  }

  private func tell(_ twin: CreatedJob.Twin) {
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

  func save(_ state: SubmissionState, _ taken: borrowing TakenSubmission) throws(Stop) {
    do throws(StateFault) { try taken.save(state) } catch { throw Stop(error) }
  }

  // MARK: Following

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
    var (hasBegun, hasOtherData) = (false, false)
    let status = try follower.run(&caller) { (job, caller) throws(Stop) in
      state.lastState = "JOB_STATE_\(job.state)"
      state.lastSeen = SystemCalls.wallClock
      // The job continues, whether its state can be kept or not.
      try? taken.save(state)
      let begins = !hasBegun && job.state.group != .waiting && !job.state.isFinal
      hasBegun = hasBegun || begins
      guard begins || job.state.isFinal else { return }
      tellTwins(of: name, state, &caller)
      for dataset in state.datasets where dataset.generation != nil {
        guard let changes = try? changes(of: dataset, &caller), !changes.isEmpty else { continue }
        if begins { hasOtherData = true }
        tellReplaced(dataset, changes, isAtBeginning: begins)
      }
    }
    return hasOtherData ? .failed : status
  }

  /// Looks for a second job of the submission, if more than one request may have created one.
  private func tellTwins(of name: TuningJobName, _ state: SubmissionState, _ caller: inout Caller) {
    let sent = state.attempts.count { $0.outcome != .unsent }
    guard sent > 1, let request = try? markedRequest(state) else { return }
    for twin in JobCreation(service, request).twins(of: name, state, &caller) { tell(twin) }
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
}
