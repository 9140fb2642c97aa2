public import ByteStreams
public import Diagnostics
import JSONLines

/// Checks the files of a training dataset, or of several, and those of the validation dataset that goes with them.
///
/// Every file is read to its end, regardless of the others, unless its beginning shows that it is not a dataset.
public struct DatasetValidation: Sendable {
  /// The training files: each a dataset of its own, or all of them shards of one.
  public var trainingPaths: [String]
  /// Whether the training files are shards of one dataset.
  public var areShards = false
  /// The files of the validation dataset: one, or the shards of it.
  public var validationPaths: [String] = []
  /// The name of standard input in reports; nil for `-`.
  public var standardInputName: String?
  /// Those among the paths that are known to be unreadable, such as folders, each with the reason in a line.
  public var unread: [String: String] = [:]
  /// The bounds of tunekit's own work.
  public var limits = Limits()
  /// What the service requires.
  public var requirements: DatasetRequirements
  /// Whether everything but a regular file is refused, so that nothing is waited for and all can be read again.
  public var regularFilesOnly = false
  /// Who watches the bytes of the files, in the order in which the files are given, those for validation last: none, or
  /// one for each.
  public var observers: [any ByteObserver] = []
  /// How the tokens of every example are counted; nil to estimate only those of examples that may be too long.
  public var tokenCounting: TokenCounting?
  /// Whether it is gathered how long lines and examples are, for which the tokens of every example are counted, by an estimate where
  /// ``tokenCounting`` is nil. What is found is the same.
  public var gathersDistributions = false
  /// The rules that run, and how many of their findings are kept.
  public var rules = RuleSettings(.datasets)
  /// The rules of each file, those for validation last, where they are not the same for all; otherwise empty. How many
  /// findings are kept is up to ``rules``.
  public var rulesOfFiles: [RuleSettings] = []

  /// How far the reading of a file is.
  public struct Progress: Sendable {
    /// The path as the user wrote it.
    public let path: String
    /// How many bytes of the file were read, as they are on disk.
    public let bytesRead: Int
    /// How many there are; nil if that is not known.
    public let bytesInAll: Int?
    /// How many uncompressed bytes were read.
    public let bytesDone: Int
  }

  /// Checks training files against limits; validation, shards and the rest are set afterwards.
  public init(trainingPaths: [String], requirements: DatasetRequirements) {
    self.trainingPaths = trainingPaths
    self.requirements = requirements
  }

  /// A file that was read, before anything is said about the whole of it.
  struct ReadFile {
    let path: String
    /// What was found in its lines, by one worker or by many.
    var lines: ValidatedLines
    /// Whether it is gzip data.
    var isCompressed = false
    /// Whether it is a file with a name, and not a pipe or standard input.
    var isNamedFile = false
  }

  /// Checks all files, one after another.
  ///
  /// - Parameter progress: called on this thread while a file is read; what it throws ends the work.
  /// - Returns: a report per file, in the order in which they were given, those for validation last.
  /// - Throws: what `progress` throws.
  /// - Complexity: linear in the files' sizes; memory is bounded by the number of threads, the longest line,
  ///   and at most 50 bytes an example.
  public func run<Failure: Error>(
    progress: (Progress) throws(Failure) -> Void
  ) throws(Failure) -> [FileReport] { try summarize(progress: progress).map(\.report) }

  /// Checks all files, and says what a job needs to know of them; see ``run(progress:)``.
  public func summarize<Failure: Error>(
    progress: (Progress) throws(Failure) -> Void
  ) throws(Failure) -> [DatasetSummary] {
    if rules.maximumFindings == 0, rules.storage == nil {
      return try withStorage.summarize(progress: progress)
    }
    let paths = trainingPaths + validationPaths
    precondition(rulesOfFiles.isEmpty || rulesOfFiles.count == paths.count, "rules for each file, or none")
    precondition(observers.isEmpty || observers.count == paths.count, "one observer for each file, or none")
    var files: [ReadFile] = []
    for (index, path) in paths.enumerated() {
      var file = try read(
        path, settings(ofFile: index), observers.isEmpty ? nil : observers[index], progress)
      boundComparison(of: &file, besides: files)
      gatherDistributions(of: &file, into: &files)
      files.append(file)
    }
    return conclude(files)
  }

  /// Checks all files; see ``run(progress:)``.
  public func run() -> [FileReport] { run { _ in } }

  /// Whether a rule runs for some file.
  public func runs(_ code: RuleCode) -> Bool {
    rulesOfFiles.isEmpty ? rules.contains(code) : rulesOfFiles.contains { $0.contains(code) }
  }

  /// Whether a rule runs for a file, by its number among all files, those for validation last.
  public func runs(_ code: RuleCode, inFile index: Int) -> Bool {
    (rulesOfFiles.isEmpty ? rules : rulesOfFiles[index]).contains(code)
  }

  /// What a file is validated against, by its number.
  func settings(ofFile index: Int) -> ValidationSettings {
    let all = rulesOfFiles.isEmpty ? [rules] : rulesOfFiles
    return ValidationSettings(
      limits: limits,
      requirements: index >= trainingPaths.count ? requirements.ofValidation : requirements,
      rules: rules(ofFile: index),
      tokenCounting: tokenCounting ?? (gathersDistributions ? .estimate : nil),
      // The findings about one file can need the examples of another.
      comparesExamples: all.contains(where: DatasetComparison.isWanted),
      comparesInstructions: all.contains { $0.counted[InconsistentInstruction.description.code.number] },
      gathersDistributions: gathersDistributions)
  }

  /// The rules of a file.
  func rules(ofFile index: Int) -> RuleSettings {
    guard !rulesOfFiles.isEmpty else { return rules }
    var own = rulesOfFiles[index]
    own.maximumFindings = rules.maximumFindings
    own.storage = rules.storage
    return own
  }

  /// The rules that were selected by name for some file.
  public var namedRules: Set<RuleCode> {
    rulesOfFiles.reduce(into: rules.namedRules) { $0.formUnion($1.namedRules) }
  }

  /// The same validation, with a place for findings that are too many for memory.
  var withStorage: DatasetValidation {
    var validation = self
    if rules.maximumFindings == 0, rules.storage == nil { validation.rules.storage = FindingSpill() }
    return validation
  }

  /// Reads a file.
  ///
  /// - Parameter shownPath: what it is called, if not by its path.
  func read<Failure: Error>(
    _ path: String, as shownPath: String? = nil, _ settings: ValidationSettings,
    _ observer: (any ByteObserver)? = nil, _ progress: (Progress) throws(Failure) -> Void
  ) throws(Failure) -> ReadFile {
    let given = shownPath ?? path
    var file = ReadFile(path: name(of: given), lines: ValidatedLines())
    file.lines.end.failure = unread[given]
    if file.lines.end.failure != nil { return file }
    let stream: ByteStream
    do throws(ByteStreamError) {
      stream = try ByteStream(path: path, regularFilesOnly: regularFilesOnly, observer: observer)
    } catch {
      file.lines.end.failure = error.description
      return file
    }
    file.isCompressed = stream.isCompressed
    file.isNamedFile = stream.isRegularFile && given != ByteStream.standardInputPath
    let (shown, sizeInBytes) = (file.path, stream.sizeInBytes)
    let runner = PassRunner<ValidationPass>(settings: settings, limits: limits)
    file.lines = try runner.run(stream) { (bytesRead, bytesDone) throws(Failure) in
      try progress(
        Progress(path: shown, bytesRead: bytesRead, bytesInAll: sizeInBytes, bytesDone: bytesDone))
    }
    return file
  }

  /// The name of a file in reports.
  func name(of path: String) -> String {
    path == ByteStream.standardInputPath ? standardInputName ?? path : path
  }

  // MARK: Datasets

  /// Says what was found, given all files in the order in which they were given, those for validation last.
  func conclude(_ files: [ReadFile]) -> [DatasetSummary] {
    var concluded = files.indices.map { index in
      settings(ofFile: index).conclude(files[index])
    }
    for (dataset, findings) in datasetFindings(in: concluded) {
      // They have no place, so they are in the report on the dataset's first file.
      let first = dataset.lowerBound
      concluded[first].findings.append(findings, behind: 0, rules(ofFile: first))
    }
    for (index, findings) in comparisonFindings(in: files).enumerated() {
      concluded[index].findings.append(findings, behind: 0, rules(ofFile: index))
    }
    return zip(files, concluded).enumerated().map { index, file in
      let role: FileRole = index < trainingPaths.count ? .training : .validation
      var summary = file.1.summary(path: file.0.path, role: role, rules(ofFile: index))
      summary.distributions = file.0.lines.observations.distributions
      return summary
    }
  }

  /// What the rules find that look at whole datasets, with the files of each.
  private func datasetFindings(in files: [ValidatedFile]) -> [(dataset: Range<Int>, findings: FindingTally)] {
    var found: [(dataset: Range<Int>, findings: FindingTally)] = []
    var fewestTrainingExamples: Int?
    let training = areShards ? [trainingPaths.indices] : trainingPaths.indices.map { $0..<$0 + 1 }
    for dataset in training where !dataset.isEmpty {
      var ledger = FindingLedger(rules(ofFile: dataset.lowerBound))
      let totals = DatasetTotals(of: files[dataset])
      FileTooLarge.check(totals.bytes, shards: dataset.count, requirements.limits, &ledger)
      FewExamples.check(totals, requirements.limits, &ledger)
      TooManyExamples.check(totals, requirements.limits, &ledger)
      ManyExamplesDropped.check(
        totals, areTokensCounted: tokenCounting != nil, requirements.limits, &ledger)
      NoValidationDataset.check(hasValidationDataset: !validationPaths.isEmpty, &ledger)
      if totals.isComplete { fewestTrainingExamples = min(fewestTrainingExamples ?? .max, totals.examples) }
      found.append((dataset, ledger.tally))
    }
    let validation = trainingPaths.count..<files.count
    if !validation.isEmpty {
      var ledger = FindingLedger(rules(ofFile: validation.lowerBound))
      let totals = DatasetTotals(of: files[validation])
      FileTooLarge.check(totals.bytes, shards: validation.count, requirements.limits, &ledger)
      ValidationTooLarge.check(totals, besideTraining: fewestTrainingExamples, requirements.limits, &ledger)
      found.append((validation, ledger.tally))
    }
    found += mixedMediaResolutions(in: files)
    return found
  }
}
