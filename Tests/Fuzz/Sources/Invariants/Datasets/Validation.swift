import Diagnostics
import TuningDatasets

/// The whole validator, as the program runs it.
enum Validation {
  /// The report on a file.
  static func report(
    on file: borrowing InputFile, _ options: DatasetOptions = DatasetOptions()
  ) throws(BrokenInvariant) -> FileReport {
    var validation = DatasetValidation(trainingPaths: [file.path], requirements: options.requirements)
    validation.rules = options.selection
    validation.limits.blockBytes = options.reading.blockBytes
    validation.limits.jobs = options.reading.jobs
    validation.limits.maximumLineBytes = options.maximumLineBytes
    validation.rules.maximumFindings = options.maximumFindings
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
  static func requireSame(on file: borrowing InputFile, _ reading: DatasetReading) throws(BrokenInvariant) {
    var options = DatasetOptions()
    options.reading = reading
    try requireSame(report(on: file), report(on: file, options), "behind a long line, \(reading)")
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
    try require("findings") { isRead ? $0.findings : $0.findings.filter { !ofWholeFile.contains($0.code) } }
    try require("counts") { isRead ? $0.counts : $0.counts.filter { !ofWholeFile.contains($0.code) } }
    try require("examples", \.examples)
    try require("examples not examined", \.examplesNotExamined)
    try require("turns", \.turns)
    try require("bytes") { isRead ? $0.bytes : 0 }
  }

  /// What is said of a file's end and size, which depends on how much of it is read.
  private static let ofWholeFile: Set<RuleCode> = ["TK002", "TK003", "TK004", "TK009"]
}
