public import Diagnostics

/// All rules of tuning jobs, in the order of their codes.
public enum JobRuleRegistry {
  static let rules: [any Rule.Type] = [
    ConflictingFields.self,
    UnknownJobField.self,
    MissingJobField.self,
    OutputOnlyJobField.self,
    WrongJobFieldType.self,
    JobFieldSpelledTwice.self,
    NotATuningJob.self,
  ]

  /// What there is to know about each rule, in the order of the codes.
  public static let descriptions: [RuleDescription] = rules.map { rule in rule.description }
}
