import ArgumentParser
import ByteStreams
import Reports
import Submission
import TuningJobs

/// The submissions from this machine.
enum Submissions {
  /// What is known of all submissions, the last one last, and why some of it cannot be read.
  private static func all() throws(Stop) -> (states: [SubmissionState], faults: [StateFault]) {
    do throws(StateFault) {
      // A store makes its folder, which is not asked for here.
      guard RealPath.of(try SubmissionStore.defaultFolder()) != nil else { return ([], []) }
      let store = try SubmissionStore()
      var (states, faults): ([SubmissionState], [StateFault]) = ([], [])
      for key in try store.keys() {
        do throws(StateFault) {
          if let state = try store.state(key) { states.append(state) }
        } catch {
          faults.append(error)
        }
      }
      return (states.sorted { time(of: $0) < time(of: $1) }, faults)
    } catch {
      throw Stop(error)
    }
  }

  private static func time(of state: SubmissionState) -> Int {
    max(state.lastSeen ?? 0, state.attempts.last?.sentAt ?? 0)
  }

  /// The submission that has created a job; nil if that is not known here.
  static func state(of name: TuningJobName) -> SubmissionState? {
    (try? all())?.states.last { state in
      guard let known = state.jobName.flatMap({ try? TuningJobName($0) }) else { return false }
      return known.tuningJobID == name.tuningJobID && known.location == name.location
    }
  }

  /// That a job may have other data than were validated; nil if nothing says so.
  static func otherData(of name: TuningJobName) -> String? { state(of: name)?.otherData }

  // MARK: Files

  /// The last submission of a job file: of what it is now, wherever it lies, or else of what was submitted from its path.
  static func last(ofFileAt path: String, _ events: Events) throws(Stop) -> SubmissionState? {
    guard let real = RealPath.of(path) else {
      throw .trouble(
        "there is no file '\(path)': give a job file, or the name of a job, projects/PROJECT/locations/LOCATION/tuningJobs/ID"
      )
    }
    let (states, faults) = try all()
    let ofPath = states.last { $0.jobPath == real }
    var isUnreadable = false
    if let first = ofPath ?? states.last {
      do throws(Stop) {
        let planned = try PlannedJob(path, try options(of: first), nil)
        if let same = states.last(where: { planned.wasSubmitted(as: $0) }) { return same }
      } catch {
        if error.status == .interrupted || error.status == .terminated { throw error }
        isUnreadable = true
      }
    }
    if ofPath != nil {
      let change =
        isUnreadable
        ? "cannot be checked now" : "or its data have changed since, and were not submitted as they are now"
      events.say("\(path) \(change): this is the job of its last submission")
    } else if let fault = faults.first {
      throw Stop(fault)
    }
    return ofPath
  }

  /// The options with which a job file is checked as it was then.
  private static func options(of state: SubmissionState) throws(Stop) -> PlanningOptions {
    do {
      return try PlanningOptions.parse(["--project", state.project, "--location", state.location])
    } catch {
      throw .trouble("\(error)")
    }
  }

  /// The last submission of a job with its data: how often it was created again on purpose, and what is known of it.
  static func last(
    of planned: PlannedJob, _ service: TuningService, in store: SubmissionStore
  ) throws(StateFault) -> (repetition: Int, state: SubmissionState?) {
    var (repetition, last) = (0, try store.state(planned.key(service, 0)))
    while let next = try store.state(planned.key(service, repetition + 1)) {
      (repetition, last) = (repetition + 1, next)
    }
    return (repetition, last)
  }
}

extension SubmissionState {
  /// Whether `--again` begins another submission. One that is not at its end is continued, so that a run that was interrupted
  /// can be repeated word by word.
  var isSettled: Bool { jobName != nil || isExhausted }
}

extension PlannedJob {
  /// Whether a submission is one of this job with these data.
  fileprivate func wasSubmitted(as state: SubmissionState) -> Bool {
    let (body, digests) = (Array(job.request.body.utf8), job.receipt.datasets.map(\.digest))
    return (0...Self.mostRepetitions).contains { repetition in
      state.key
        == SubmissionKey(
          endpoint: state.endpoint, project: state.project, location: state.location, body: body,
          digests: digests,
          repetition: repetition)
    }
  }

  private static let mostRepetitions = 20
}
