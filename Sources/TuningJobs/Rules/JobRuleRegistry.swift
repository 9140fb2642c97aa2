public import Diagnostics
import TuningDatasets

/// All rules of tuning jobs, in the order of their codes.
enum JobRuleRegistry {
  static let rules: [any Rule.Type] = [
    InvalidResourceName.self,
    UnknownBaseModel.self,
    BaseModelNotTunable.self,
    BaseModelRetired.self,
    LocationNotSupported.self,
    LocationMismatch.self,
    InvalidVersion.self,
    EndpointIsNotAModel.self,
    ContinuousTuningNotSupported.self,
    TunedTooEarly.self,
    NotSupervisedTuned.self,
    CopiedModel.self,
    UnknownCheckpoint.self,
    CheckpointWithoutTunedModel.self,
    EncryptionKeyMismatch.self,
    InvalidEncryptionKey.self,
    EncryptionKeyNotSupported.self,
    NewVersionOrNewModel.self,
    InvalidDisplayName.self,
    InvalidLabel.self,
    InvalidDatasetURI.self,
    AdapterSizeNotSupported.self,
    InvalidEpochCount.self,
    InvalidLearningRateMultiplier.self,
    ConflictingFields.self,
    UnknownJobField.self,
    InvalidServiceAccount.self,
    EvaluationNotSupported.self,
    DatasetNotValidated.self,
    AdapterSizeDiffers.self,
    AdapterSizeByNumber.self,
    MissingJobField.self,
    OutputOnlyJobField.self,
    WrongJobFieldType.self,
    JobFieldSpelledTwice.self,
    NotATuningJob.self,
    ModelNotCovered.self,
    PlaceholderInJob.self,
    DatasetURIMismatch.self,
    ModelDescriptionMismatch.self,
  ]
}

extension RuleBook {
  /// The rules of datasets and of tuning jobs.
  public static let all = RuleBook(
    RuleBook.datasets.rules + JobRuleRegistry.rules.map { rule in rule.description })
}
