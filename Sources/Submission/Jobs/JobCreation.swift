import TuningJobs

/// Creates a job once, whatever the network does.
///
/// The service has no id of a request, so a `create` whose answer was lost may have made a job. Each job gets a label, the
/// marker, and what is about to be done is on the disk before anything is sent:
///
///     attempt ─▶ disk ─▶ create ─┬─ a job                         ─▶ its name ─▶ disk
///        ▲                       ├─ refused, or nothing was sent  ─▶ no job
///        │                       └─ anything else: perhaps a job
///        │                               │
///        │                        list all jobs, several times ── found ─▶ its name ─▶ disk
///        │                               │
///        └── with the same marker ─── none, for long enough
///
/// After every success the jobs are listed once more: of two with the same marker the younger one is cancelled.
public struct JobCreation: Sendable {
  /// How creation ended.
  public enum Outcome: Sendable {
    /// There is a job.
    case created(CreatedJob)
    /// The service refused, and has created no job.
    case refused(ServiceRefusal)
    /// There may be a job. The text says why it is not known, as the end of a sentence.
    case unknown(String)
  }

  /// Writes down what is known, so that it is on the disk afterwards.
  public typealias Save = (SubmissionState) throws(StateFault) -> Void

  /// The most requests of one submission that may each have created a job.
  static let mostOpenAttempts = 3
  /// When the jobs are listed: parts of the time after which a job must appear.
  static let moments = [0, 1.0 / 24, 1.0 / 8, 1.0 / 4, 1.0 / 2, 1]
  /// For how long what has certainly created nothing is tried again, in seconds.
  private static let patience = 300.0

  let service: TuningService
  let request: MarkedRequest
  /// The seconds after which a job that was created must be in the list: 120, a guess that errs on the long side.
  public var settleSeconds = Self.usualSettleSeconds
  /// The usual ``settleSeconds``. A shorter time can make two jobs.
  public static let usualSettleSeconds = 120.0
  /// What is told while the user waits.
  public var tell: (@Sendable (String) -> Void)?

  /// Prepares the creation of a job.
  public init(_ service: TuningService, _ request: MarkedRequest) {
    (self.service, self.request) = (service, request)
  }

  /// Creates the job, or finds the one that an earlier attempt has created.
  ///
  /// - Parameters:
  ///   - state: what is known of the submission; a job that it names is not created again.
  ///   - save: keeps each change of it, before anything else happens.
  /// - Throws: ``CreationFailure`` where the work ends early. The attempts say whether there may be a job.
  public func run<Caller: ServiceCaller>(
    _ state: inout SubmissionState, _ caller: inout Caller, save: Save
  ) throws(CreationFailure) -> Outcome {
    if let name = state.jobName { return try known(name, &caller) }
    let start = caller.elapsedSeconds
    var pause = 1.0
    while true {
      let open = state.attempts.count { $0.outcome.isOpen }
      if open > 0 {
        switch try search(state, &caller) {
        case .found(let job): return try settle(on: job, isAdopted: true, &state, &caller, save)
        case .uncertain(let why): return .unknown(why)
        case .none: break
        }
        guard open < Self.mostOpenAttempts else {
          return .unknown("\(open) attempts to create it had no answer that says whether they did")
        }
        tell?("no job has appeared: creating it again, with the same marker")
      }
      switch try send(&state, &caller, save) {
      case .created(let job): return try settle(on: job, isAdopted: false, &state, &caller, save)
      case .refused(let refusal) where refusal.status == 429:
        if let job = try listed(state, &caller).jobs.first {
          return try settle(on: job, isAdopted: true, &state, &caller, save)
        }
        guard caller.elapsedSeconds - start < Self.patience else { return Self.end(refusal, open) }
        let asked = HTTPDate.pause(
          after: refusal.response, wallSeconds: Double(SystemCalls.wallClock) / 1000)
        let seconds = max(pause, min(asked, BackOff.mostAskedSeconds))
        tell?("there is no job yet, because \(refusal): trying again in \(Int(seconds.rounded(.up))) s")
        try wait(seconds, &caller)
      case .refused(let refusal): return Self.end(refusal, open)
      case .unsent(let failure):
        guard caller.elapsedSeconds - start < Self.patience else { throw .service(failure) }
        try wait(pause, &caller)
      case .unknown(let why): tell?("\(why): looking for the job by its marker")
      }
      pause = min(60, pause * 2)
    }
  }

  /// The end after a refusal: an earlier attempt may still turn out to have created a job.
  private static func end(_ refusal: ServiceRefusal, _ openAttempts: Int) -> Outcome {
    guard openAttempts > 0 else { return .refused(refusal) }
    return .unknown("an attempt to create it had no answer, and the next one was refused: \(refusal)")
  }

  /// The job that an earlier run has created.
  private func known(_ text: String, _ caller: inout some ServiceCaller) throws(CreationFailure) -> Outcome {
    guard let name = try? TuningJobName(text) else { return .unknown("its name is not one: \(text)") }
    do throws(ServiceFailure) {
      return .created(CreatedJob(job: try service.job(name, &caller), isAdopted: true, twins: []))
    } catch {
      throw .service(error)
    }
  }

  // MARK: Sending

  private enum Answer {
    case created(RemoteJob)
    case refused(ServiceRefusal)
    case unsent(ServiceFailure)
    case unknown(String)
  }

  /// Sends the request once, and keeps what came of it.
  private func send(
    _ state: inout SubmissionState, _ caller: inout some ServiceCaller, _ save: Save
  ) throws(CreationFailure) -> Answer {
    var sentAt = SystemCalls.wallClock
    // Without a marker, the job is found by when it was created, and that is by the service's clock.
    if !request.isMarked, let now = try listed(state, &caller).servedAt { sentAt = max(0, Int(now * 1000)) }
    let attempt = CreateAttempt(
      number: state.attempts.count + 1, sentAt: sentAt, requestDigest: request.digest)
    state.attempts.append(attempt)
    try keep(state, save)

    let (outcome, answer) = try answer(&caller)
    state.attempts[state.attempts.count - 1].outcome = outcome
    // The name of a job is kept together with the outcome.
    if case .created(let job) = answer { state.jobName = job.name.description }
    try keep(state, save)
    if case .unsent(let failure) = answer, failure.isFinal { throw .service(failure) }
    return answer
  }

  /// Sends the request; what its answer means.
  ///
  /// - Throws: what interrupts: then the attempt stays one that is being sent.
  private func answer(
    _ caller: inout some ServiceCaller
  ) throws(CreationFailure) -> (CreateAttempt.Outcome, Answer) {
    do throws(ServiceFailure) {
      let answer = try caller.call(service.creation(request.body), .never)
      guard let job = RemoteJob(answer.body) else {
        return (.unknown, .unknown("the answer to the creation of the job cannot be read"))
      }
      if job.name.location == service.location, request.canHaveCreated(job) {
        return (.created, .created(job))
      }
      return (.unknown, .unknown("the answer to the creation of the job is another job, \(job.name)"))
    } catch {
      switch error {
      case .credentials: return (.unsent, .unsent(error))
      case .interrupted: throw .service(error)
      case .transport(let failure):
        if failure.isProvablyUnsent { return (.unsent, .unsent(error)) }
        if failure.kind == .interrupted { throw .service(error) }
        return (.unknown, .unknown("creating the job had no answer (\(failure.description))"))
      case .refused(let refusal):
        if [400, 401, 403, 404, 409, 412, 429].contains(refusal.status) {
          return (.refused(status: refusal.status), .refused(refusal))
        }
        return (.unknown, .unknown("creating the job was answered with \(refusal.status)"))
      }
    }
  }

  // MARK: Helpers

  func keep(_ state: SubmissionState, _ save: Save) throws(CreationFailure) {
    do throws(StateFault) { try save(state) } catch { throw .state(error) }
  }

  func wait(_ seconds: Double, _ caller: inout some ServiceCaller) throws(CreationFailure) {
    do throws(ServiceFailure) { try caller.wait(seconds: seconds) } catch { throw .service(error) }
  }
}

extension ServiceFailure {
  /// Whether the same request would fail again, however long one waits.
  fileprivate var isFinal: Bool {
    switch self {
    case .credentials, .interrupted: true
    case .refused: false
    case .transport(let failure): failure.kind == .interrupted || failure.kind == .insecure
    }
  }
}
