public import ByteStreams
public import Diagnostics
import JSONLines

/// Checks the files of a training dataset, or of several, and those of the validation dataset that goes with them.
///
/// Every file is read to its end, whatever the others bring, unless its beginning shows that it is no dataset.
public struct DatasetValidation: Sendable {
  /// The training files: each a dataset of its own, or all of them shards of one.
  public var trainingPaths: [String]
  /// Whether the training files are shards of one dataset.
  public var areShards = false
  /// The validation file.
  public var validationPath: String?
  /// The bounds of tunekit's own work.
  public var limits = Limits()
  /// What the service accepts.
  public var datasetLimits: DatasetLimits
  /// Who watches the bytes of the files, in the order in which the files are given, the validation file last: none, or
  /// one for each.
  public var observers: [any ByteObserver] = []
  /// The rules that run.
  public var selection = RuleSelection()

  /// How far the reading of a file is.
  public struct Progress: Sendable {
    /// The path as the user wrote it.
    public let path: String
    /// How many bytes of the file were read, as they are on disk.
    public let bytesRead: Int
    /// How many there are; nil where that is not known.
    public let bytesInAll: Int?
    /// How many uncompressed bytes were read.
    public let bytesDone: Int
  }

  /// Checks training files against limits; validation, shards and the rest are set afterwards.
  public init(trainingPaths: [String], datasetLimits: DatasetLimits) {
    self.trainingPaths = trainingPaths
    self.datasetLimits = datasetLimits
  }

  /// What was found in one file, before the rules about datasets have run.
  private struct CheckedFile {
    let path: String
    let role: FileRole
    var lines: ExaminedLines
  }

  /// Checks all files, one after another.
  ///
  /// - Parameter progress: called on this thread while a file is read; what it throws ends the work.
  /// - Returns: a report per file, in the order in which they were given, the validation file last.
  /// - Throws: what `progress` throws.
  /// - Complexity: linear in the files' sizes; memory is bounded by the number of threads and the longest line.
  public func run<Failure: Error>(
    progress: (Progress) throws(Failure) -> Void
  ) throws(Failure) -> [FileReport] { try summarize(progress: progress).map(\.report) }

  /// Checks all files, and says what a job needs to know of them; see ``run(progress:)``.
  public func summarize<Failure: Error>(
    progress: (Progress) throws(Failure) -> Void
  ) throws(Failure) -> [DatasetSummary] {
    var files: [CheckedFile] = []
    let paths = trainingPaths + (validationPath.map { [$0] } ?? [])
    precondition(observers.isEmpty || observers.count == paths.count, "one observer for each file, or none")
    for (index, path) in paths.enumerated() {
      let role: FileRole = index < trainingPaths.count ? .training : .validation
      files.append(try check(path, as: role, observers.isEmpty ? nil : observers[index], progress))
    }
    checkDatasets(&files)
    return files.map { file in
      let report = FileReport(
        path: file.path, role: file.role, examples: file.lines.totals.examples, turns: file.lines.turns,
        bytes: file.lines.totals.bytes, examplesNotExamined: file.lines.examplesNotExamined,
        findings: file.lines.ledger.sortedFindings, counts: file.lines.ledger.ruleCounts,
        failure: file.lines.failure?.description)
      return DatasetSummary(
        report: report, multimodalExamples: file.lines.totals.multimodalExamples,
        overlongExamples: file.lines.totals.overlongExamples, textBytes: file.lines.totals.textBytes)
    }
  }

  /// Checks all files; see ``run(progress:)``.
  public func run() -> [FileReport] { run { _ in } }

  private func check<Failure: Error>(
    _ path: String, as role: FileRole, _ observer: (any ByteObserver)?,
    _ progress: (Progress) throws(Failure) -> Void
  ) throws(Failure) -> CheckedFile {
    let stream: ByteStream
    do throws(ByteStreamError) {
      stream = try ByteStream(path: path, observer: observer)
    } catch {
      var lines = ExaminedLines(selection: selection, maximumFindings: limits.maximumFindings)
      lines.failure = error
      lines.conclude()
      return CheckedFile(path: path, role: role, lines: lines)
    }
    let sizeInBytes = stream.sizeInBytes
    let isNamedFile = stream.isRegularFile && path != ByteStream.standardInputPath
    let validator = FileValidator(limits: limits, datasetLimits: datasetLimits, selection: selection)
    var lines = try validator.validate(stream) { (bytesRead, bytesDone) throws(Failure) in
      try progress(
        Progress(path: path, bytesRead: bytesRead, bytesInAll: sizeInBytes, bytesDone: bytesDone))
    }
    if isNamedFile { NotJSONLExtension.check(path, &lines.ledger) }
    return CheckedFile(path: path, role: role, lines: lines)
  }

  // MARK: Datasets

  /// Runs the rules that look at whole datasets; what they find stands with a dataset's first file.
  private func checkDatasets(_ files: inout [CheckedFile]) {
    let datasets = areShards ? [trainingPaths.indices] : trainingPaths.indices.map { $0..<$0 + 1 }
    var fewestTrainingExamples: Int?
    for dataset in datasets where !dataset.isEmpty {
      var totals = DatasetTotals()
      for index in dataset { totals.add(files[index].lines.totals) }
      let first = dataset.lowerBound
      FileTooLarge.check(totals.bytes, shards: dataset.count, datasetLimits, &files[first].lines.ledger)
      FewExamples.check(totals, datasetLimits, &files[first].lines.ledger)
      TooManyExamples.check(totals, datasetLimits, &files[first].lines.ledger)
      NoValidationDataset.check(hasValidationDataset: validationPath != nil, &files[first].lines.ledger)
      if totals.isComplete { fewestTrainingExamples = min(fewestTrainingExamples ?? .max, totals.examples) }
    }
    guard validationPath != nil, let last = files.indices.last else { return }
    FileTooLarge.check(files[last].lines.totals.bytes, shards: 1, datasetLimits, &files[last].lines.ledger)
    ValidationTooLarge.check(
      files[last].lines.totals, besideTraining: fewestTrainingExamples, datasetLimits,
      &files[last].lines.ledger)
  }
}
