/// What a job makes of the tuned model that it goes on from.
public enum TuningOutcome: Sendable, Equatable {
  /// A new version of the same model.
  case newVersion
  /// A new model, of which the result is version 1.
  case newModel
  /// A new version where the tuned model has the job's display name, which is not known, else a new model.
  case dependsOnDisplayName
}
