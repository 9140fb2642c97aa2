import Diagnostics
import JSONLines
import Reports
import Submission
import TuningJobs

/// Follows a job and tells its end, for `submit` and `watch`.
struct Follower {
  let service: TuningService
  let name: TuningJobName
  let events: Events
  /// The epochs that were asked for.
  var epochs: Int?
  var timeout: Double?
  var interval: Double?
  var allowsPartial = false
  /// What tunekit counted in the data.
  var prediction: DataComparison.Prediction?
  /// That the job may have other data than were validated, so that its model is not what was wanted.
  var otherData: String?
  /// The rules that found something in the job and its data; nil if tunekit has not looked.
  var rulesWithFindings: Set<RuleCode>?
  /// For how long a job is looked for that was never seen, in seconds.
  var patienceWithUnseen = 60.0

  /// Follows the job to its end.
  ///
  /// - Parameter changed: called with each change, after it was shown, and at the end after the results were; says if the job
  ///   may have other data than were validated.
  /// - Returns: the exit status.
  mutating func run(
    _ caller: inout Caller, _ changed: (RemoteJob, inout Caller) throws(Stop) -> String? = { _, _ in nil }
  ) throws(Stop) -> ExitStatus {
    var following = JobFollowing(service, name, interval: interval, timeout: timeout)
    following.patienceWithUnseen = patienceWithUnseen
    following.tellMissing = { [events, name] in
      events.say("the service does not find \(name); asking again for some time")
    }
    let shown = self
    let tick = events.hasTerminal ? { (job: RemoteJob?, seconds: Double) in shown.show(job, seconds) } : nil
    while true {
      let step: JobFollowing.Step
      do throws(ServiceFailure) {
        step = try following.next(&caller, tick: tick)
      } catch {
        throw stop(error)
      }
      switch step {
      case .unchanged: break
      case .timeout:
        events.event("timeout") { json in json.member("job", name.description) }
        throw Stop(
          .running, "timeout", "the job continues: follow it with \(events.command("watch \(name)"))")
      case .changed(let job):
        tell(job, following.elapsed(caller))
        if job.state.isFinal { tellEnd(job) }
        if let other = try changed(job, &caller) { otherData = other }
        if job.state.isFinal { return status(of: job) }
      }
    }
  }

  private func show(_ job: RemoteJob?, _ seconds: Double) {
    guard let job else { return }
    events.live("\(Quantity.clock(seconds))  \(JobLine(job, epochs: epochs).text)")
  }

  private func tell(_ job: RemoteJob, _ seconds: Double) {
    events.say("\(Quantity.clock(seconds))  \(JobLine(job, epochs: epochs).text)")
    events.event("state") { json in
      json.member("job", job.name.description)
      json.member("state", job.state.description)
      json.member("activity", job.activity)
      json.member("epochsDone", job.epochsDone)
      json.member("elapsedSeconds", Int(seconds))
    }
  }

  /// Why the following ends, with how to continue.
  private func stop(_ failure: ServiceFailure) -> Stop {
    let stop = Stop(failure, "the job cannot be followed")
    if case .refused(let refusal) = failure, refusal.status == 404 { return stop }
    let commands = (events.command("watch \(name)"), events.command("cancel \(name)"))
    let how = "the job continues: \(commands.0) follows it, \(commands.1) cancels it"
    return Stop(stop.status, stop.code, stop.message.isEmpty ? how : "\(stop.message); \(how)")
  }

  // MARK: The end

  /// Whether the job has made what was asked for, or enough of it.
  private func hasSucceeded(_ job: RemoteJob) -> Bool {
    job.state.group == .succeeded || job.state.isPartial && allowsPartial
  }

  /// Tells what became of the job.
  func tellEnd(_ job: RemoteJob) {
    let result = JobResult(job)
    let hasSucceeded = hasSucceeded(job)
    if hasSucceeded || result.hasModel { events.showResult { result.write(to: &$0) } }
    if let location = result.endpointLocation {
      events.say("the endpoint is in \(location), not in \(job.name.location): call it there")
    }
    if !hasSucceeded { tellFailure(of: job, hasModel: result.hasModel) }
    tellData(of: job)
  }

  /// The exit status of a job that has ended, with the reason where the state of the job does not say it.
  func status(of job: RemoteJob) -> ExitStatus {
    let hasSucceeded = hasSucceeded(job)
    let status = hasSucceeded && otherData == nil ? ExitStatus.done : .failed
    if hasSucceeded, let otherData { events.say("exit status \(status.rawValue), because \(otherData)") }
    events.event("result") { json in
      json.member("job", job.name.description)
      json.member("state", job.state.description)
      JobResult(job).write(to: &json)
      json.member("otherData", otherData)
      json.member("exitStatus", Int(status.rawValue))
    }
    return status
  }

  private func tellData(of job: RemoteJob) {
    guard let statistics = job.statistics else { return }
    let lines = prediction.map {
      ExampleLines.find(statistics.dropped.map(\.number), inFileAt: $0.path)
    }
    let comparison = DataComparison(statistics, prediction, lines: lines ?? [:])
    events.say("the service counted:")
    events.show { comparison.write(to: &$0) }
    events.event("data") { json in comparison.write(to: &json) }
  }

  private func tellFailure(of job: RemoteJob, hasModel: Bool) {
    let code = job.problem?.codeName.map { $0 == job.state.description ? "" : ": \($0)" } ?? ""
    events.say("the job ended as \(job.state)\(code)")
    for piece in ServiceRules.pieces(of: job.problem?.message ?? "") {
      events.say("  \(Redactor.shown(piece))")
      if let rule = ServiceRules.rule(for: piece) {
        let isMissed = rulesWithFindings?.contains(rule) == false
        let how = isMissed ? "is about that, but found nothing in this job" : "says so beforehand"
        events.say("    tunekit's rule \(rule) \(how): 'tunekit explain \(rule)'")
      }
    }
    if hasModel { events.say("the job has a model all the same: see above") }
    // Only `submit` looks at the job.
    if rulesWithFindings != nil, !hasModel { events.say("the same command with --again creates another job") }
    if job.state.isPartial {
      events.say("a part of what was asked for is there: --allow-partial takes it as a success")
    }
  }
}
