import ByteStreams
public import Diagnostics

/// Fixes the files of datasets, and validates what they have become.
///
/// A file is validated first, a large one only at its beginning if that has something to fix. Only if it has findings that can be
/// fixed, it is read again. What it becomes is written to a file beside it, which is validated and put in its place:
///
///     train.jsonl ─▶ ValidationPass ─▶ findings to fix?
///       ─▶ FixPass ─▶ .tunekit-….tmp ─▶ ValidationPass ─▶ train.jsonl
///
/// So clean files cost nothing more than validation, and the report is about the bytes that are on the disk in the end.
public struct DatasetFixing: Sendable {
  /// Where fixed data go.
  public enum Target: Sendable, Equatable {
    /// In the place of each file.
    case inPlace
    /// To a file. There is one dataset file only.
    case file(String)
    /// To the caller, file by file: nothing on the disk is changed.
    case caller
  }

  /// What was done.
  public struct Outcome: Sendable {
    /// A report for each file, on its fixed data.
    public private(set) var reports: [FileReport] = []
    /// How long the lines and examples are of the files with a role, on their fixed data; none if that was not gathered.
    public private(set) var distributions: [FileRole: ExampleDistributions] = [:]
    /// Why files were not fixed, each in a line.
    public var troubles: [String] = []
    /// How many files were changed.
    public var changedFiles = 0

    /// What was found where nothing is to be fixed.
    public init(of summaries: [DatasetSummary] = []) { take(summaries) }

    fileprivate mutating func take(_ summaries: [DatasetSummary], fixed: [[RuleCode: Int]] = []) {
      reports = summaries.map(\.report)
      for number in fixed.indices { reports[number].fixed = fixed[number] }
      for summary in summaries where summary.distributions.lineBytes.count > 0 {
        distributions[summary.report.role] = summary.distributions
      }
    }
  }

  /// How the files are validated, before and afterwards.
  let validation: DatasetValidation
  /// Whether changes are made that can change the meaning of the data.
  public var allowsUnsafeFixes = false
  /// Where fixed data go.
  public var target = Target.inPlace
  /// Whether it is asked for which lines are changed.
  public var notesChanges = false

  /// Fixes the files of a validation.
  public init(_ validation: DatasetValidation) {
    self.validation = validation
  }

  /// Fixes all files, one after another.
  ///
  /// - Parameters:
  ///   - progress: called on this thread while a file is read; what it throws ends the work, and the file at work stays as it was.
  ///   - take: gets each file that was read, if the target is the caller. What it gets is gone afterwards.
  /// - Throws: what `progress` and `take` throw.
  /// - Complexity: linear in the files' sizes; memory is bounded by the number of threads and the longest line, and by what
  ///   validation needs.
  public func run<Failure: Error>(
    progress: (DatasetValidation.Progress) throws(Failure) -> Void,
    take: (FixedFile) throws(Failure) -> Void
  ) throws(Failure) -> Outcome {
    var validation = validation.withStorage
    validation.regularFilesOnly = false
    var outcome = Outcome()
    var files: [DatasetValidation.ReadFile] = []
    var fixed: [[RuleCode: Int]] = []
    for (number, path) in (validation.trainingPaths + validation.validationPaths).enumerated() {
      let earlier = files[validation.firstFile(ofDatasetWith: number)...].map(\.lines.observations.compared)
      var work = FileFixing(
        path, self, validation, settings: validation.settings(ofFile: number), behind: earlier)
      try work.run(progress, take)
      validation.boundComparison(of: &work.file, besides: files)
      validation.gatherDistributions(of: &work.file, into: &files)
      files.append(work.file)
      fixed.append(work.fixed)
      if let trouble = work.trouble { outcome.troubles.append(trouble) }
      if work.isChanged { outcome.changedFiles += 1 }
    }
    outcome.take(validation.conclude(files), fixed: fixed)
    return outcome
  }
}
