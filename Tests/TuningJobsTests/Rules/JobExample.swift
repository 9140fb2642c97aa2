import Diagnostics
import ModelCatalog
import Testing

@testable import TuningJobs

/// Checks job files as the tests need it: on a fixed day, with the settings of an example.
enum JobExample {
  static func check(_ bytes: [UInt8], _ settings: [RuleExample.Setting] = []) throws -> CheckedJob {
    var validation = JobValidation(catalog: .builtIn, today: try #require(CatalogDate("2026-11-22")))
    var datasets = JobValidation.KnownDatasets()
    for setting in settings {
      switch setting {
      case .today(let day): validation.today = try #require(CatalogDate(day))
      case .project(let project): validation.project = project
      case .location(let location): validation.location = location
      case .modelDescription(let json): validation.modelDescription = try ModelDescription(Array(json.utf8))
      case .mediaInDatasets: datasets.haveMedia = true
      case .sameDatasets: datasets.areSame = true
      case .unvalidatedTrainingDataset(let reason): datasets.unvalidated[.training] = reason
      case .maximumLineBytes, .maximumFileBytes, .maximumExamples, .maximumTokens, .maximumMediaFiles,
        .maximumMediaMegabytes, .textOnly, .fileName, .model:
        Issue.record("a job has no setting of a dataset")
      }
    }
    return validation.check(bytes, path: "job.json", datasets)
  }
}
