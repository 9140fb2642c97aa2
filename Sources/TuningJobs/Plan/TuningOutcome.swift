/// The result of a job that continues from a tuned model.
public enum TuningOutcome: Sendable, Equatable {
  /// A new version of the same model.
  case newVersion
  /// A new model, whose first version is the result.
  case newModel
  /// A new version if the tuned model has the job's display name, otherwise a new model; the name is not known.
  case dependsOnDisplayName
}
