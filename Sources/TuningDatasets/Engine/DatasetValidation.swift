import ByteStreams
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
    /// How many uncompressed bytes were examined.
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
    let role: DatasetRole
    var ledger: FindingLedger
    var totals: DatasetTotals
    var turns = 0
    var examplesNotExamined = 0
    var failure: String?
  }

  /// Checks all files, one after another.
  ///
  /// - Parameter progress: called after each block that was read.
  /// - Returns: a report per file, in the order in which they were given, the validation file last.
  /// - Complexity: linear in the files' sizes; memory is bounded by the longest line.
  public func run(progress: (Progress) -> Void = { _ in }) -> [FileReport] {
    var files = trainingPaths.map { check($0, as: .training, progress) }
    if let validationPath { files.append(check(validationPath, as: .validation, progress)) }
    checkDatasets(&files)
    return files.map { file in
      FileReport(
        path: file.path, role: file.role, examples: file.totals.examples, turns: file.turns,
        bytes: file.totals.bytes,
        examplesNotExamined: file.examplesNotExamined, findings: file.ledger.sortedFindings,
        counts: file.ledger.ruleCounts, failure: file.failure)
    }
  }

  private func check(_ path: String, as role: DatasetRole, _ progress: (Progress) -> Void) -> CheckedFile {
    do throws(ByteStreamError) {
      var stream = try ByteStream(path: path)
      return check(&stream, path, as: role, progress)
    } catch {
      return CheckedFile(
        path: path, role: role,
        ledger: FindingLedger(selection: selection, maximumKept: limits.maximumFindings),
        totals: DatasetTotals(isComplete: false), failure: error.description)
    }
  }

  private func check(
    _ stream: inout ByteStream, _ path: String, as role: DatasetRole, _ progress: (Progress) -> Void
  ) -> CheckedFile {
    var validator = FileValidator(limits: limits, datasetLimits: datasetLimits, selection: selection)
    var failure: String?
    do throws(ByteStreamError) {
      try validator.validate(&stream) { stream, bytesDone in
        progress(
          Progress(
            path: path, bytesRead: stream.bytesConsumed, bytesInAll: stream.sizeInBytes, bytesDone: bytesDone)
        )
      }
    } catch {
      failure = error.description
    }
    if stream.isRegularFile, path != ByteStream.standardInputPath {
      NotJSONLExtension.check(path, &validator.ledger)
    }
    return CheckedFile(
      path: path, role: role, ledger: validator.ledger, totals: validator.totals, turns: validator.turns,
      examplesNotExamined: validator.examplesNotExamined, failure: failure)
  }

  // MARK: Datasets

  /// Runs the rules that look at whole datasets; what they find stands with a dataset's first file.
  private func checkDatasets(_ files: inout [CheckedFile]) {
    let datasets = areShards ? [trainingPaths.indices] : trainingPaths.indices.map { $0..<$0 + 1 }
    var fewestTrainingExamples: Int?
    for dataset in datasets where !dataset.isEmpty {
      var totals = DatasetTotals()
      for index in dataset { totals.add(files[index].totals) }
      let first = dataset.lowerBound
      FileTooLarge.check(totals.bytes, shards: dataset.count, datasetLimits, &files[first].ledger)
      FewExamples.check(totals, datasetLimits, &files[first].ledger)
      TooManyExamples.check(totals, datasetLimits, &files[first].ledger)
      NoValidationDataset.check(hasValidationDataset: validationPath != nil, &files[first].ledger)
      if totals.isComplete { fewestTrainingExamples = min(fewestTrainingExamples ?? .max, totals.examples) }
    }
    guard validationPath != nil, let last = files.indices.last else { return }
    FileTooLarge.check(files[last].totals.bytes, shards: 1, datasetLimits, &files[last].ledger)
    ValidationTooLarge.check(
      files[last].totals, besideTraining: fewestTrainingExamples, datasetLimits, &files[last].ledger)
  }
}
