public import Diagnostics
import TuningDatasets

/// The rules of datasets and of tuning jobs together.
public enum RuleBook {
  /// What there is to know about each rule, in the order of the codes.
  public static let descriptions = (RuleRegistry.descriptions + JobRuleRegistry.descriptions).sorted {
    $0.code < $1.code
  }
}
