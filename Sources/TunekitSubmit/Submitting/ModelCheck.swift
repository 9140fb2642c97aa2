import Diagnostics
import TuningDatasets
import Reports
import Submission
import TuningJobs

/// Reads the tuned model that a job continues from, and checks by the rules whether it can.
struct ModelCheck {
  private let planned: PlannedJob
  private let service: TuningService
  private let events: Events

  init(_ planned: PlannedJob, _ service: TuningService, _ events: Events) {
    (self.planned, self.service, self.events) = (planned, service, events)
  }

  /// Does nothing for a job of a base model.
  ///
  /// - Throws: ``Stop`` if the model cannot be read, or if there are errors, which have been shown.
  func run(_ caller: inout Caller) throws(Stop) {
    guard let name = planned.tunedModel else { return }
    events.begin("model")
    var validation = planned.planning.validation
    do throws(ServiceFailure) {
      validation.modelDescription = try service.model(name, &caller)
    } catch {
      throw Stop(error, "\(name) cannot be read")
    }
    var known = JobValidation.KnownDatasets()
    known.haveMedia = planned.plan.datasets.contains { $0.multimodalExamples > 0 }
    let checked = validation.check(planned.bytes, path: planned.path, known)
    let hasErrors = checked.report.counts.contains { $0.severity == .error }
    guard hasErrors else {
      events.say("\(name) can be continued from, by its description")
      return
    }
    PlannedJob.show([checked.report], planned.planning, events)
    throw Stop(
      .failed, "findings",
      "no job was created, because \(name) does not allow it: correct the job")
  }
}
