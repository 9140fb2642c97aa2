import ByteStreams
import JSONLines
import Reports
import Submission
import TuningJobs

/// Submits a job, step by step. Each step is written down before it is done, so that another run continues there:
///
///     take the submission ─▶ credentials ─▶ upload ─▶ model ─▶ history ─▶ question ─▶ compare ─▶ create ─▶ follow
struct Submitting {
  let options: Submit
  let planned: PlannedJob
  let service: TuningService
  let storage: ObjectStorage
  let events: Events

  init(
    _ options: Submit, _ planned: PlannedJob, _ service: TuningService, _ session: Session, _ events: Events
  ) {
    (self.options, self.planned, self.service, self.events) = (options, planned, service, events)
    storage = ObjectStorage(endpoint: session.storageEndpoint ?? ObjectStorage.usualEndpoint)
  }

  /// Submits the job, or continues with one that was submitted.
  func run(_ caller: inout Caller) throws(Stop) -> ExitStatus {
    events.begin("state")
    let taken = try take()
    events.note { $0.key = taken.key.description }
    var state = try state(of: taken)
    do throws(Stop) {
      return try proceed(&state, &caller, taken)
    } catch {
      throw doubtful(error, state)
    }
  }

  private func proceed(
    _ state: inout SubmissionState, _ caller: inout Caller, _ taken: borrowing TakenSubmission
  ) throws(Stop) -> ExitStatus {
    if let name = try knownName(state) {
      // The run that created it may have ended before it looked for a second one, or before that one was listed.
      if state.lastState == nil || state.mayHaveTwin { tellTwins(of: name, state, &caller) }
      return try conclude(name, &state, &caller, taken)
    }
    events.begin("credentials")
    do throws(ServiceFailure) {
      let source = try caller.tokenSource()
      events.say("using the token of \(source)")
    } catch {
      throw Stop(error, "there is no token")
    }
    let request = try markedRequest(state)
    // A job that may exist does not depend on what can be uploaded now.
    if state.isOutcomeUnknown, let own = try history(of: request, state, &caller).own {
      return try conclude(try adopt(own, &state, &caller, taken), &state, &caller, taken)
    }
    let uploaded = try upload(&state, &caller, taken)
    do throws(Stop) {
      try ModelCheck(planned, service, events).run(&caller)
      let history = try history(of: request, state, &caller)
      if let own = history.own {
        return try conclude(try adopt(own, &state, &caller, taken), &state, &caller, taken)
      }
      try ask(history, state, &caller)
    } catch {
      guard !uploaded.isEmpty, !error.message.isEmpty else { throw error }
      let verb = uploaded.count == 1 ? "stays" : "stay"
      throw Stop(
        error.status, error.code,
        "\(error.message); \(uploaded.joined(separator: " and ")) \(verb) in the bucket")
    }
    try compare(state, &caller)
    return try conclude(try create(request, &state, &caller, taken), &state, &caller, taken)
  }

  /// Ends with a job that exists.
  private func conclude(
    _ name: TuningJobName, _ state: inout SubmissionState, _ caller: inout Caller,
    _ taken: borrowing TakenSubmission
  ) throws(Stop) -> ExitStatus {
    guard options.noWait else { return try follow(name, &state, &caller, taken) }
    events.say("follow it with \(events.command("watch \(name)"))")
    return .done
  }

  /// Why the command ends: as long as it is not known whether there is a job, that is what counts.
  private func doubtful(_ stop: Stop, _ state: SubmissionState) -> Stop {
    guard state.isOutcomeUnknown, stop.status != .unknown else { return stop }
    // An interrupted program says by its status that it was, and here what is to be done.
    let isInterrupted = stop.status == .interrupted || stop.status == .terminated
    return Stop(
      isInterrupted ? stop.status : .unknown, isInterrupted ? stop.code : "outcome-unknown",
      unknown(stop.message.isEmpty ? "the program was interrupted" : stop.message, state))
  }

  // MARK: State

  /// Takes the submission: the last one of this job with these data, or, if it is to be created again, the next one.
  private func take() throws(Stop) -> TakenSubmission {
    do throws(StateFault) {
      let store = try SubmissionStore()
      var repetition: Int
      let state: SubmissionState?
      (repetition, state) = try Submissions.last(of: planned, service, in: store)
      if options.again, state?.isSettled == true { repetition += 1 }
      return try store.take(planned.key(service, repetition))
    } catch {
      throw Stop(error)
    }
  }

  private func state(of taken: borrowing TakenSubmission) throws(Stop) -> SubmissionState {
    do throws(StateFault) {
      let jobPath = RealPath.of(planned.path) ?? planned.path
      if var known = try taken.state() {
        // The same files may lie elsewhere now, or be named from another folder.
        known.jobPath = jobPath
        for (index, dataset) in planned.job.receipt.datasets.enumerated() where index < known.datasets.count {
          known.datasets[index].path = dataset.path
        }
        return known
      }
      var json = JSONWriter()
      planned.job.receipt.write(to: &json)
      let request = planned.job.request
      let state = SubmissionState(
        key: taken.key, receiptDigest: Hexadecimal.sha256(of: json.finish()), endpoint: service.endpoint,
        project: request.project.description, location: request.location.description,
        jobPath: jobPath,
        datasets: planned.job.receipt.datasets.map { DatasetUpload($0, path: $0.path) })
      try taken.save(state)
      return state
    } catch {
      throw Stop(error)
    }
  }

  private func knownName(_ state: SubmissionState) throws(Stop) -> TuningJobName? {
    guard let text = state.jobName else { return nil }
    guard let name = try? TuningJobName(text) else {
      throw .trouble("the state of the submission has no name of a job in its 'jobName': move the file away")
    }
    events.say("the job was created before: \(name) (--again creates another one)")
    return name
  }

  /// The request with its marker.
  func markedRequest(_ state: SubmissionState) throws(Stop) -> MarkedRequest {
    try planned.markedRequest(state, isMarked: !options.noMarker)
  }

  // MARK: Data

  /// Uploads the datasets.
  ///
  /// - Returns: the addresses of those that were not there before.
  private func upload(
    _ state: inout SubmissionState, _ caller: inout Caller, _ taken: borrowing TakenSubmission
  ) throws(Stop) -> [String] {
    events.begin("upload")
    var uploaded: [String] = []
    var uploader = DatasetUploader(storage)
    let events = events
    uploader.progress = { progress in
      let verb = progress.work == .verifying ? "reading" : "uploading"
      let (done, size) = (Quantity.bytes(progress.bytes), Quantity.bytes(progress.size))
      events.live("\(verb) \(progress.target): \(done) of \(size)")
    }
    for index in state.datasets.indices {
      var dataset = state.datasets[index]
      uploader.replacesObjects = try mayReplace(dataset, &caller)
      do throws(UploadFault) {
        let outcome = try uploader.run(&dataset, &caller) { (dataset) throws(StateFault) in
          state.datasets[index] = dataset
          try taken.save(state)
        }
        state.datasets[index] = dataset
        if outcome == .uploaded { uploaded.append(dataset.target) }
        let size = Quantity.bytes(dataset.sizeInBytes)
        let how = outcome == .uploaded ? "uploaded" : "was there already, with the same content"
        events.say("\(dataset.target): \(size), \(how)")
        events.event("dataset") { json in
          json.member("uri", dataset.target)
          json.member("sizeInBytes", dataset.sizeInBytes)
          json.member("generation", dataset.generation)
          json.member("wasUploaded", outcome == .uploaded)
        }
      } catch {
        throw Stop(error)
      }
    }
    return uploaded
  }

  /// Compares the objects with what was validated, right before the job is created.
  private func compare(_ state: SubmissionState, _ caller: inout Caller) throws(Stop) {
    events.begin("compare")
    for dataset in state.datasets {
      let changes = try changes(of: dataset, &caller)
      guard changes.isEmpty else { throw Self.changed(dataset, changes) }
    }
  }

  /// How an object has changed since it was compared.
  func changes(
    of dataset: DatasetUpload, _ caller: inout Caller, _ repetition: Repetition = .forMinutes
  ) throws(Stop) -> [String] {
    do throws(UploadFault) {
      return try storage.changes(of: dataset, &caller, repetition)
    } catch {
      throw Stop(error)
    }
  }
}

extension Stop {
  /// An upload that did not come to its end.
  init(_ fault: UploadFault) {
    switch fault {
    case .interrupted: self = .interrupted
    case .service(let failure, let uri): self.init(failure, uri, isOfStorage: true)
    case .state(let fault): self.init(fault)
    case .changed: self.init(.trouble, "file-changed", fault.description)
    case .different: self.init(.trouble, "object-different", fault.description)
    default: self.init(.trouble, "upload", fault.description)
    }
  }
}
