import Diagnostics
import ModelCatalog
import TuningDatasets

extension MicroBenchmarks {
  /// Whole validations of files with data of one shape each, on one thread: decoder and rules.
  static func runShapes(_ paths: some Sequence<String>) throws {
    for path in paths {
      let validation = DatasetValidation(
        trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn))
      let bytes = validation.run()[0].bytes
      let name = path.split(separator: "/").last?.dropLast(".jsonl".count) ?? ""
      try measure("shape, \(name)", bytes: bytes, expecting: bytes) {
        let report = validation.run()[0]
        if let failure = report.failure { throw Trouble(failure) }
        return report.bytes
      }
    }
  }
}
