import ByteStreams

/// Counts what a training dataset is like, and the validation dataset that goes with it: turns, roles, media, functions,
/// tokens, scripts, repeated examples.
///
/// Nothing is judged. Lines that cannot be read are counted.
public struct DatasetMeasurement: Sendable {
  /// The files of the training dataset, which can be none.
  public var trainingPaths: [String]
  /// The files of the validation dataset, which can be none.
  public var validationPaths: [String]
  /// The bounds of tunekit's own work.
  public var limits = Limits()
  /// How tokens are counted.
  public var counting = TokenCounting.estimate
  /// By what MIME types are told.
  private let requirements: DatasetRequirements

  /// Measures the files of two datasets.
  public init(
    trainingPaths: [String], validationPaths: [String] = [], requirements: DatasetRequirements
  ) {
    self.trainingPaths = trainingPaths
    self.validationPaths = validationPaths
    self.requirements = requirements
  }

  var settings: StatisticsPass.Settings {
    StatisticsPass.Settings(requirements: requirements, counting: counting)
  }

  /// Reads all files, one after another.
  ///
  /// - Parameter progress: called on this thread while a file is read; what it throws ends the work.
  /// - Returns: the statistics of both datasets; those of one without files are empty.
  /// - Throws: what `progress` throws.
  /// - Complexity: linear in the files' sizes; memory is bounded by the number of threads, the longest line,
  ///   and at most 50 bytes an example.
  public func run<Failure: Error>(
    progress: (DatasetValidation.Progress) throws(Failure) -> Void
  ) throws(Failure) -> (training: DatasetStatistics, validation: DatasetStatistics) {
    var files: [(path: String, lines: CountedLines)] = []
    var compared = 0
    for path in trainingPaths + validationPaths {
      var lines = try read(path, progress)
      lines.compared.keep(atMost: ComparedExamples.most - compared)
      compared += lines.compared.count
      files.append((path, lines))
    }
    return conclude(files)
  }

  /// Reads all files; see ``run(progress:)``.
  public func run() -> (training: DatasetStatistics, validation: DatasetStatistics) { run { _ in } }

  /// Adds up what was counted in the files, those of training first.
  func conclude(
    _ files: [(path: String, lines: CountedLines)]
  ) -> (training: DatasetStatistics, validation: DatasetStatistics) {
    let repeats = RepeatedExamples.of(files.map(\.lines.compared), filesOfFirst: trainingPaths.count)
    return (
      DatasetStatistics(Array(files.prefix(trainingPaths.count)), repeats.first),
      DatasetStatistics(Array(files.dropFirst(trainingPaths.count)), repeats.second)
    )
  }

  private func read<Failure: Error>(
    _ path: String, _ progress: (DatasetValidation.Progress) throws(Failure) -> Void
  ) throws(Failure) -> CountedLines {
    let stream: ByteStream
    do throws(ByteStreamError) {
      stream = try ByteStream(path: path)
    } catch {
      var lines = CountedLines()
      lines.end.failure = error.description
      return lines
    }
    let sizeInBytes = stream.sizeInBytes
    let runner = PassRunner<StatisticsPass>(settings: settings, limits: limits)
    var lines = try runner.run(stream) { (bytesRead, bytesDone) throws(Failure) in
      try progress(
        DatasetValidation.Progress(
          path: path, bytesRead: bytesRead, bytesInAll: sizeInBytes, bytesDone: bytesDone))
    }
    if let content = lines.foreignContent {
      lines = CountedLines()
      lines.end.failure = ByteStreamError.foreign(path: path, content).description
    }
    return lines
  }
}
