import Diagnostics
import ModelCatalog
import Testing

@testable import TuningJobs

/// Checks job files as the tests need it: on a fixed day, with the settings of an example.
enum JobExample {
  static func check(_ bytes: [UInt8], _ settings: [RuleExample.Setting] = []) -> CheckedJob {
    guard let today = CatalogDate("2026-11-22") else { preconditionFailure("the day exists") }
    let validation = JobValidation(catalog: .builtIn, today: today)
    return validation.check(bytes, path: "job.json")
  }
}
