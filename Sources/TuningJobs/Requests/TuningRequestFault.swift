/// Why a job has no request, or none in the form that was asked for. Fields are named as in a job file, such as
/// `supervisedTuningSpec.trainingDatasetUri`.
public enum TuningRequestFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file is no job.
  case noJob
  /// Fields that a request needs and that nothing gives.
  case missing([String])
  /// Fields whose values no request can hold, for they are no project, no location, or no size.
  case unfit([String])
  /// Fields that have no place in a request for supervised tuning of one Gemini model.
  case outOfPlace([String])
  /// Fields that the request has and Google's Gen AI SDK for Python cannot send as they are.
  case notInSDK([String])

  /// The fields.
  public var fields: [String] {
    switch self {
    case .noJob: []
    case .missing(let fields), .unfit(let fields), .outOfPlace(let fields), .notInSDK(let fields): fields
    }
  }

  /// What is wrong, as one sentence without a full stop.
  public var description: String {
    let names = Shown.list(fields.map { "'\($0)'" })
    return switch self {
    case .noJob: "the file is no job"
    case .missing: "the request needs \(names), which neither the job file nor an option gives"
    case .unfit: "no request can hold the value of \(names)"
    case .outOfPlace: "a request for supervised tuning of one Gemini model has no place for \(names)"
    case .notInSDK: "the Gen AI SDK for Python cannot send \(names) as the job has it; use another format"
    }
  }
}
