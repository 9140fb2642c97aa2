import JSONLines
import Diagnostics
import Reports
import Submission
import TuningDatasets
import TuningJobs

extension Submitting {
  // MARK: Before

  /// Looks through the jobs of the project: for this one, from an earlier run, and for others.
  func history(
    of request: MarkedRequest, _ state: SubmissionState, _ caller: inout Caller
  ) throws(Stop) -> HistoryCheck {
    events.begin("history")
    do throws(ServiceFailure) {
      return try HistoryCheck(
        service, request, state.attempts, now: SystemCalls.wallClock / 1000, &caller)
    } catch {
      throw Stop(error, "the jobs of the project cannot be listed")
    }
  }

  /// Takes over the job that an earlier run has created.
  func adopt(
    _ own: RemoteJob, _ state: inout SubmissionState, _ caller: inout Caller,
    _ taken: borrowing TakenSubmission
  ) throws(Stop) -> TuningJobName {
    events.say("an earlier run has created the job: \(own.name)")
    tellCreated(own.name, isAdopted: true)
    tellTwins(of: own.name, state, &caller)
    state.jobName = own.name.description
    for index in state.attempts.indices where state.attempts[index].outcome.isOpen {
      state.attempts[index].outcome = .created
    }
    try save(state, taken)
    return own.name
  }

  /// Says what will happen, and asks the user.
  func ask(_ history: HistoryCheck, _ state: SubmissionState, _ caller: inout Caller) throws(Stop) {
    events.begin("question")
    events.show { PlanText(planned.plan).writeLines(to: &$0) }
    if let cost = CostText(planned).line { events.say("\(cost)") }
    let equal = tellEqual(history.equal, state, &caller)
    if !history.isComplete { events.say("not all jobs of the project could be read: there may be others") }
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
      json.member("epochs", planned.epochs)
      json.member("tokensPerEpoch", planned.plan.dataset(.training)?.textTokens)
      json.member("estimatedCostInDollars", planned.plan.estimatedCostInDollars)
      json.array("activeJobs", layout: .oneLine) { json in
        for job in history.active { json.string(job.name.description) }
      }
      json.array("equalJobs", layout: .oneLine) { json in
        for job in history.equal { json.string(job.name.description) }
      }
    }
    if state.isOutcomeUnknown {
      events.say(
        "an earlier attempt to create this job had no answer; it is looked for before it is created again")
    }
    if options.yes { return try refuse(equal) }
    let what = equal.isEmpty ? "this job" : "another job that asks for the same as \(equal[0].name)"
    guard try Question.isAnsweredYes("Create \(what) in project \(service.project)?") else {
      throw Stop(
        .trouble, "not-confirmed",
        state.isOutcomeUnknown
          ? "this run has created none" : "no job was created; the same command asks again")
    }
  }

  /// Ends a run that nobody watches where the job exists already: from another machine, or from a folder of states that is lost.
  private func refuse(_ equal: [RemoteJob]) throws(Stop) {
    guard !options.again, let job = equal.first else { return }
    events.note { $0.job = job.name.description }
    throw Stop(
      .trouble, "equal-job",
      "no job was created, because one that asks for the same continues: \(job.name); \(events.command("watch \(job.name)")) "
        + "follows it, and --again creates another one")
  }

  // MARK: Creation

  /// Creates the job.
  func create(
    _ request: MarkedRequest, _ state: inout SubmissionState, _ caller: inout Caller,
    _ taken: borrowing TakenSubmission
  ) throws(Stop) -> TuningJobName {
    events.begin("create")
    var creation = JobCreation(service, request)
    let events = events
    if let settle = options.settle {
      creation.settleSeconds = settle
      if settle < JobCreation.usualSettleSeconds {
        let time = Quantity.duration(settle)
        events.say("WARNING: --settle \(time) is short: a job that is listed later can be made twice")
      }
    }
    creation.tell = { events.say("\($0)") }
    let outcome: JobCreation.Outcome
    do throws(CreationFailure) {
      outcome = try creation.run(&state, &caller) { (state) throws(StateFault) in try taken.save(state) }
    } catch {
      let stop = Stop(error)
      guard let name = state.jobName else {
        guard stop.message.isEmpty, !state.isOutcomeUnknown else { throw stop }
        throw Stop(stop.status, stop.code, "no job was created: the same command tries again")
      }
      // Its name cannot be kept, so that is all there is of it.
      events.note { $0.job = name }
      throw Stop(
        stop.status, stop.code,
        "the job was created: \(name); \(events.command("watch \(name)")) follows it; \(stop.message)")
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

  /// That there may be a job.
  func unknown(_ why: String, _ state: SubmissionState) -> String {
    let isMarked = (try? markedRequest(state))?.isMarked == true
    let how = !isMarked ? "" : " with the label \(SubmissionMarker.label)=\(state.marker)"
    let list = events.command("list --project \(service.project) --location \(service.location)")
    // With --again, a submission that is given up would begin another one.
    let again = options.again ? " without --again" : ""
    return
      "there may be a job: \(why); look for one\(how) by \(list), or run the command again\(again), which looks for it first"
  }

  private func tellCreated(_ name: TuningJobName, isAdopted: Bool) {
    events.note { $0.job = name.description }
    events.event("created") { json in
      json.member("job", name.description)
      json.member("isAdopted", isAdopted)
    }
  }

  func save(_ state: SubmissionState, _ taken: borrowing TakenSubmission) throws(Stop) {
    do throws(StateFault) { try taken.save(state) } catch { throw Stop(error) }
  }
}
