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
    if let name = try knownName() {
      events.say("the job was created before: \(name) (--again creates another one)")
      tell("GET", "\(service.endpoint)/v1beta1/\(name)", isSent: false)
      return .done
    }
    for dataset in planned.job.receipt.datasets {
      try rehearse(DatasetUpload(dataset, path: dataset.path), &caller)
    }
    if let name = planned.tunedModel {
      tell("GET", "\(service.endpoint)/v1beta1/\(name)", isSent: true)
      try ModelCheck(planned, service, events).run(&caller)
    }
    tell("GET", "\(service.jobsURL)?pageSize=100", isSent: true)
    do throws(ServiceFailure) {
      let active = try service.jobs(&caller).filter { !$0.state.isFinal }
      for job in active { events.say("  runs already: \(job.name), \(JobLine(job).text)") }
    } catch {
      throw Stop(error, "the jobs of the project cannot be listed")
    }
    tell("POST", service.jobsURL, isSent: false)
    let request = planned.job.request
    if !options.noMarker { try planned.checkRoomForMarker() }
    let body = options.noMarker ? request.body : request.body(addingLabel: SubmissionMarker.label, "MARKER")
    events.showResult { $0.write(VisibleText(lines: body)) }
    events.show { PlanText(planned.plan).writeLines(to: &$0) }
    if let cost = CostText(planned).line { events.say("\(cost)") }
    tell("GET", "\(service.jobsURL)/JOB", isSent: false)
    return .done
  }

  /// The job that a submission would only follow; nil if it would create one.
  private func knownName() throws(Stop) -> String? {
    do throws(StateFault) {
      // A store makes its folder, and nothing is written here.
      let folder = try SubmissionStore.defaultFolder()
      if options.again || RealPath.of(folder) == nil { return nil }
      return try Submissions.last(of: planned, service, in: try SubmissionStore()).state?.jobName
    } catch {
      throw Stop(error)
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
      if problems.isEmpty { return events.say("  is there already, with the same content") }
      events.say("  is there with another content: \(problems.joined(separator: "; "))")
      guard options.replace else { return events.say("  would be refused without --replace") }
    }
    tell("POST", storage.startAddress(of: target, replacing: found?.generation ?? 0), isSent: false)
    let chunks = max(1, (dataset.sizeInBytes + (16 << 20) - 1) / (16 << 20))
    tell(
      "PUT",
      "the address of the upload, \(Quantity.count(chunks, "time")): \(Quantity.bytes(dataset.sizeInBytes))",
      isSent: false)
  }

  private func tell(_ method: String, _ url: String, isSent: Bool) {
    events.showResult { $0.write("\(isSent ? "sent" : "would send")  \(method) \(url)\n") }
    events.event("call") { json in
      json.member("method", method)
      json.member("url", url)
      json.member("isSent", isSent)
    }
  }
}
