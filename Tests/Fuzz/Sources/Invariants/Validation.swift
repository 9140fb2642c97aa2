import Diagnostics
import ModelCatalog
import TuningDatasets

/// The whole validator, as the program runs it, with every rule selected and every finding kept.
enum Validation {
  /// How a file is read, none of which may show in the result.
  struct Reading {
    /// As a rule more than an input has, and less than the program's own, which would take longer to allocate than all
    /// else takes.
    var blockBytes = 1 << 14
    /// How many threads share the work.
    var jobs = 1
  }

  private static let datasetLimits = DatasetLimits(loosestOf: .builtIn)

  private static let allRules: RuleSelection = {
    var selection = RuleSelection()
    for rule in RuleRegistry.descriptions { selection.select(rule.code) }
    return selection
  }()

  /// The report on a file.
  static func report(
    on file: borrowing InputFile, _ reading: Reading = Reading(),
    maximumLineBytes: Int = Limits().maximumLineBytes
  ) throws(BrokenInvariant) -> FileReport {
    var validation = DatasetValidation(trainingPaths: [file.path], datasetLimits: datasetLimits)
    validation.selection = allRules
    validation.limits.blockBytes = reading.blockBytes
    validation.limits.jobs = reading.jobs
    validation.limits.maximumLineBytes = maximumLineBytes
    validation.limits.maximumFindings = 0
    let reports = validation.run()
    try BrokenInvariant.unless(reports.count == 1, "\(reports.count) reports on one file")
    try BrokenInvariant.unless(
      reports[0].failure == nil, "the file could not be read: \(reports[0].failure ?? "")")
    return reports[0]
  }

  /// Whether the file as a whole is no dataset, so that nothing is said of its lines.
  static func isNoDataset(_ report: FileReport) -> Bool {
    report.counts.contains { ["TK007", "TK008", "TK202", "TK203"].contains($0.code) }
  }

  /// Throws unless another way to read a file comes to the same report.
  static func requireSame(on file: borrowing InputFile, _ reading: Reading) throws(BrokenInvariant) {
    try requireSame(report(on: file), report(on: file, reading), "behind a long line, \(reading)")
  }

  /// Throws unless two ways of reading came to the same report.
  static func requireSame(_ one: FileReport, _ other: FileReport, _ what: String) throws(BrokenInvariant) {
    func require<Value: Equatable>(_ name: String, _ value: (FileReport) -> Value) throws(BrokenInvariant) {
      let (first, second) = (value(one), value(other))
      guard first == second else {
        throw BrokenInvariant("\(what): \(name) differs: \(first) and \(second)")
      }
    }
    // Of a file that is no dataset only the blocks up to where that is plain are read.
    let isRead = !isNoDataset(one)
    try require("findings") { isRead ? $0.findings : $0.findings.filter { !gzipFaults.contains($0.code) } }
    try require("counts") { isRead ? $0.counts : $0.counts.filter { !gzipFaults.contains($0.code) } }
    try require("examples", \.examples)
    try require("examples not examined", \.examplesNotExamined)
    try require("turns", \.turns)
    try require("bytes") { isRead ? $0.bytes : 0 }
  }

  private static let gzipFaults: Set<RuleCode> = ["TK002", "TK003", "TK004"]
}
