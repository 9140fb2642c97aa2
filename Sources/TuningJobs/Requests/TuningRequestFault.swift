/// Why a job has no request, or not in the requested format. Field names are those of a job file, such as
/// `supervisedTuningSpec.trainingDatasetUri`.
public enum TuningRequestFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file is not a job.
  case noJob
  /// The job or its datasets have errors, or could not be checked.
  case hasErrors
  /// Required fields that are missing.
  case missing([String])
  /// Fields whose values a request cannot have, because they are not a valid project, location or size.
  case unfit([String])
  /// Fields that a request for supervised tuning of one Gemini model cannot have.
  case outOfPlace([String])
  /// Fields of the request that the Gen AI SDK for Python cannot send as they are.
  case notInSDK([String])

  /// The fields.
  public var fields: [String] {
    switch self {
    case .noJob, .hasErrors: []
    case .missing(let fields), .unfit(let fields), .outOfPlace(let fields), .notInSDK(let fields): fields
    }
  }

  /// What is wrong, as one sentence without a full stop.
  public var description: String {
    let names = Shown.list(fields.map { "'\($0)'" })
    return switch self {
    case .noJob: "the file is not a tuning job"
    case .hasErrors: "the job or its datasets have errors, or could not be checked"
    case .missing: "the request needs \(names), which neither the job file nor an option gives"
    case .unfit: "a request cannot contain the value of \(names)"
    case .outOfPlace: "a request for supervised tuning of one Gemini model cannot have \(names)"
    case .notInSDK: "the Gen AI SDK for Python cannot send \(names) as given in the job; use another format"
    }
  }
}
