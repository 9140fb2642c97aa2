import ByteStreams
import Submission

/// The submissions of job files from this machine.
enum Submissions {
  /// What is known of the submissions of a job file, the last one last.
  static func states(ofFileAt path: String) throws(Stop) -> [SubmissionState] {
    do throws(StateFault) {
      let store = try SubmissionStore()
      let real = RealPath.of(path) ?? path
      var states: [SubmissionState] = []
      for key in try store.keys() {
        // The state of another version, or a damaged one, is not that of this file as far as one can tell.
        guard let state = try? store.state(key), state.jobPath == real else { continue }
        states.append(state)
      }
      return states.sorted { Self.time(of: $0) < Self.time(of: $1) }
    } catch {
      throw Stop(error)
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

  private static func time(of state: SubmissionState) -> Int {
    max(state.lastSeen ?? 0, state.attempts.last?.sentAt ?? 0)
  }
}
