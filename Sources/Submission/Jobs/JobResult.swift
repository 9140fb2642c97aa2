import Diagnostics
public import JSONLines
public import Reports
public import TuningJobs

/// What a job has made: its model, its endpoint, its experiment and its checkpoints.
public struct JobResult: Sendable {
  private let job: RemoteJob

  /// The result of a job.
  public init(_ job: RemoteJob) { self.job = job }

  /// Whether there is anything: a job that failed can have a model.
  public var hasModel: Bool { job.model != nil }

  /// Writes the lines that Google's sample for continuous tuning prints: model, endpoint, experiment, then the checkpoints.
  ///
  /// Source: models/tuning/continuous-tuning, as of 2026-08-22, and google-genai 3.4.0.
  public func write(to output: inout some VisibleOutput) {
    for name in [job.model, job.endpoint, job.experiment] { output.write("\(name ?? "None")\n") }
    for (index, checkpoint) in job.checkpoints.enumerated() {
      let endpoint = checkpoint.endpoint.map { "'\($0)'" } ?? "None"
      let (epoch, step) = (Self.python(checkpoint.epoch), Self.python(checkpoint.step))
      output.write(
        "Checkpoint \(index + 1):  checkpoint_id='\(checkpoint.id)' epoch=\(epoch) step=\(step) endpoint=\(endpoint)\n"
      )
    }
  }

  private static func python(_ number: Int?) -> String { number.map(String.init) ?? "None" }

  /// The locations of the endpoints, which need not be that of the job: those of models from Gemini 3 on are in `us` or `eu`.
  public var endpointLocation: LocationName? {
    guard let endpoint = job.endpoint, let name = try? EndpointName(endpoint) else { return nil }
    return name.location == job.name.location ? nil : name.location
  }

  /// Writes the members of a JSON object.
  public func write(to json: inout JSONWriter) {
    json.member("model", job.model)
    json.member("endpoint", job.endpoint)
    let location = job.endpoint.flatMap { try? EndpointName($0) }?.location
    json.member("endpointLocation", location?.description)
    json.member("experiment", job.experiment)
    json.array("checkpoints") { json in
      for checkpoint in job.checkpoints {
        json.object { json in
          json.member("checkpointId", checkpoint.id)
          json.member("epoch", checkpoint.epoch)
          json.member("step", checkpoint.step)
          json.member("endpoint", checkpoint.endpoint)
        }
      }
    }
    if let problem = job.problem {
      json.object("error") { json in
        json.member("code", problem.code)
        json.member("status", problem.codeName)
        json.member("message", Redactor.shown(problem.message))
        json.member("rule", ServiceRules.rule(for: problem.message)?.description)
      }
    }
  }
}
