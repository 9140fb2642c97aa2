import ByteStreams
import JSONLines
import Reports
import Submission
import TuningJobs

/// Shows every call that a submission would make. Those that only read are made; nothing is written anywhere.
struct Rehearsal {
  private let options: Submit
  private let planned: PlannedJob
  private let service: TuningService
  private let storage: ObjectStorage
  private let events: Events

  init(
    _ options: Submit, _ planned: PlannedJob, _ service: TuningService, _ session: Session, _ events: Events
  ) {
    (self.options, self.planned, self.service, self.events) = (options, planned, service, events)
    storage = ObjectStorage(endpoint: session.storageEndpoint ?? ObjectStorage.usualEndpoint)
  }

  func run(_ caller: inout Caller) throws(Stop) -> ExitStatus {
    events.begin("dry-run")
    do throws(ServiceFailure) {
      events.say("the token comes from \(try caller.tokenSource())")
    } catch {
      throw Stop(error, "there is no token")
    }
    let state = try knownState()
    if let name = state?.jobName {
      events.say("the job was created before: \(name) (--again creates another one)")
      return follow(name)
    }
    events.show { PlanText(planned.plan).writeLines(to: &$0) }
    if let cost = CostText(planned).line { events.say("\(cost)") }
    if let state, state.isOutcomeUnknown, let name = try nameOfOpenJob(state, &caller) {
      events.say("an earlier run has created the job: \(name)")
      return follow(name)
    }
    for dataset in planned.job.receipt.datasets {
      try rehearse(DatasetUpload(dataset, path: dataset.path), &caller)
    }
    if let name = planned.tunedModel {
      tell("GET", "\(service.endpoint)/v1beta1/\(name)", isSent: true)
      try ModelCheck(planned, service, events).run(&caller)
    }
    tell("GET", "\(service.jobsURL)?pageSize=100", isSent: true)
    let request = planned.job.request
    do throws(ServiceFailure) {
      let unmarked = MarkedRequest(request, marker: nil)
      let history = try HistoryCheck(
        service, unmarked, [], now: SystemCalls.wallClock / 1000, &caller)
      for job in history.active { events.say("a job runs already: \(job.name), \(JobLine(job).text)") }
      if !options.again, let job = history.equal.first(where: { !$0.state.isFinal }) {
        events.say("\(job.name) asks for the same: with --yes, no other one is created without --again")
      }
    } catch {
      throw Stop(error, "the jobs of the project cannot be listed")
    }
    if state?.isOutcomeUnknown == true {
      events.say("an earlier attempt to create this job had no answer: this is sent if no job appears")
    }
    if !options.noMarker { try planned.checkRoomForMarker() }
    let body = options.noMarker ? request.body : request.body(addingLabel: SubmissionMarker.label, "MARKER")
    tell("POST", service.jobsURL, isSent: false) { json in json.member("body", body) }
    events.showResult { $0.write(VisibleText(lines: body)) }
    tell("GET", "\(service.jobsURL)/JOB", isSent: false)
    return .done
  }

  /// The end for a job that exists.
  private func follow(_ name: String) -> ExitStatus {
    tell("GET", "\(service.endpoint)/v1beta1/\(name)", isSent: false)
    return .done
  }

  /// What is known of the submission that would be continued; nil if another one would begin.
  private func knownState() throws(Stop) -> SubmissionState? {
    do throws(StateFault) {
      // A store makes its folder, and nothing is written here.
      let folder = try SubmissionStore.defaultFolder()
      if RealPath.of(folder) == nil { return nil }
      let state = try Submissions.last(of: planned, service, in: try SubmissionStore()).state
      return options.again && state?.isSettled == true ? nil : state
    } catch {
      throw Stop(error)
    }
  }

  /// The job that an attempt without an answer has created.
  private func nameOfOpenJob(_ state: SubmissionState, _ caller: inout Caller) throws(Stop) -> String? {
    tell("GET", "\(service.jobsURL)?pageSize=100", isSent: true)
    let request = try planned.markedRequest(state, isMarked: !options.noMarker)
    do throws(ServiceFailure) {
      let history = try HistoryCheck(
        service, request, state.attempts, now: SystemCalls.wallClock / 1000, &caller)
      return history.own?.name.description
    } catch {
      throw Stop(error, "the jobs of the project cannot be listed")
    }
  }

  private func rehearse(_ dataset: DatasetUpload, _ caller: inout Caller) throws(Stop) {
    guard let target = try? StorageURI(dataset.target) else {
      throw .trouble("\(dataset.target) is not the URI of an object")
    }
    tell("GET", storage.metadataAddress(of: target), isSent: true)
    let found: ObjectMetadata?
    do throws(UploadFault) {
      found = try storage.metadata(of: target, &caller)
    } catch {
      throw Stop(error)
    }
    if let found {
      let problems = found.differences(from: dataset)
      if problems.isEmpty { return events.say("\(target) is there already, with the same content") }
      events.say("\(target) has another content: \(problems.joined(separator: "; "))")
      guard options.replace else { return events.say("\(target) would be refused without --replace") }
    }
    tell("POST", storage.startAddress(of: target, replacing: found?.generation ?? 0), isSent: false)
    let chunks = max(1, (dataset.sizeInBytes + (16 << 20) - 1) / (16 << 20))
    let (times, size) = (Quantity.count(chunks, "time"), Quantity.bytes(dataset.sizeInBytes))
    events.showResult { $0.write("would send  PUT to the address of the upload, \(times): \(size)\n") }
    // Its address comes with the answer to the POST.
    events.event("call") { json in
      json.member("method", "PUT")
      json.member("isSent", false)
      json.member("times", chunks)
      json.member("sizeInBytes", dataset.sizeInBytes)
    }
  }

  private func tell(
    _ method: String, _ url: String, isSent: Bool, _ more: (inout JSONWriter) -> Void = { _ in }
  ) {
    events.showResult { $0.write("\(isSent ? "sent" : "would send")  \(method) \(url)\n") }
    events.event("call") { json in
      json.member("method", method)
      json.member("url", url)
      json.member("isSent", isSent)
      more(&json)
    }
  }
}
