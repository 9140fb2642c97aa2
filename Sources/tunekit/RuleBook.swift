import Diagnostics
import TuningDatasets
import TuningJobs

/// The rules of datasets and of tuning jobs together, in the order of their codes.
enum RuleBook {
  static let descriptions = (RuleRegistry.descriptions + JobRuleRegistry.descriptions).sorted {
    $0.code < $1.code
  }
}
