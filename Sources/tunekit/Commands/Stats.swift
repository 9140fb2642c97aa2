import ArgumentParser
import ByteStreams
import ModelCatalog
import Reports
import SystemPackage
import TuningDatasets

/// `tunekit stats`: shows what datasets are like, in numbers, and what training with them costs.
struct Stats: Command {
  static let configuration = CommandConfiguration(
    of: "tunekit", commandName: "stats",
    abstract: "Show examples, turns, tokens, functions and the cost of training in numbers.",
    discussion: """
      All FILEs are one training dataset, plain or gzipped; '-' is standard input. Nothing is judged: lines that are no \
      examples are counted. Exit status: 0, or 2 if a file could not be read.
      """)

  enum Form: String, Choice {
    case text, json
  }

  @Argument(help: "The training files.", completion: .file())
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file of the validation dataset, shown beside the training dataset; can be repeated.",
      valueName: "file"), completion: .file())
  var validation: [String] = []

  @Option(
    help: ArgumentHelp(
      "The model whose cost is shown. Without it, all models that can be tuned.", valueName: "id"),
    completion: .models)
  var model: String?

  @Option(help: .catalog, completion: .file()) var catalog: String?

  @Option(help: .tokenizer, completion: .file()) var tokenizer: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Also show the cost of so many epochs.", valueName: "n"))
  var epochs: Int?

  @Option(name: .customLong("max-line-bytes"), parsing: .unconditional, help: .maximumLineBytes)
  var maximumLineBytes: Int?

  @Option(parsing: .unconditional, help: .jobs) var jobs: Int?

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format = Form.text

  @Option(help: .color) var color = ColorChoice.auto

  func perform() throws(Trouble) -> Outcome {
    try StandardInput.check(files + validation + [catalog, tokenizer])
    try checkEachIsGivenOnce()
    let catalog = try CatalogOption.load(catalog)
    let models = try chosenModels(catalog)
    let measurement = try resolved(catalog, models)
    let progress = ProgressDisplay()
    var reader = OutputReader()
    let measured: (training: DatasetStatistics, validation: DatasetStatistics)
    do throws(OutputReader.Gone) {
      measured = try measurement.run { current throws(OutputReader.Gone) in
        progress.show(current)
        try reader.check(after: progress.elapsed)
      }
    } catch {
      progress.clear()
      return Outcome(isCutShort: true)
    }
    let report = StatisticsReport(
      toolVersion: Tunekit.version, catalog: catalog, models: models, model: model, measured: measured,
      isExact: tokenizer != nil, epochs: epochs, elapsedSeconds: progress.clear())
    return outcome(of: report, measured.training.files + measured.validation.files)
  }

  private func outcome(of report: StatisticsReport, _ files: [DatasetStatistics.File]) -> Outcome {
    var outcome = Outcome()
    for failure in files.compactMap(\.failure) { outcome.add(Trouble(failure)) }
    if files.allSatisfy({ $0.failure != nil && $0.bytes == 0 }) { return outcome }
    outcome.attempt { () throws(Trouble) in
      var output = OutputStream.standardOutput
      switch format {
      case .text:
        StatisticsText(
          report, width: SystemCalls.columns(of: .standardOutput), isColored: color.isColored
        ).write(to: &output)
      case .json: StatisticsJSON(report).write(to: &output)
      }
      try output.finish()
    }
    return outcome
  }

  // MARK: Options

  /// Checks that no file is counted twice in a dataset.
  private func checkEachIsGivenOnce() throws(Trouble) {
    for paths in [files, validation] {
      var distinct = DistinctFiles()
      if let path = paths.first(where: { !distinct.add($0) }) {
        throw Trouble("\(path) is given more than once: give each file once, so that it is counted once")
      }
    }
  }

  /// The models whose costs are shown.
  private func chosenModels(_ catalog: ModelCatalog) throws(Trouble) -> [TunableModel] {
    guard let model else { return catalog.tunableModels }
    if let known = catalog.model(id: model) { return [known] }
    if catalog.untunable(named: model) != nil { throw CatalogOption.untunableModel(model, of: catalog) }
    throw CatalogOption.unknownModel(model, of: catalog, isToBeTuned: true)
  }

  /// The measurement. All options are checked before any file is read.
  private func resolved(
    _ catalog: ModelCatalog, _ models: [TunableModel]
  ) throws(Trouble) -> DatasetMeasurement {
    guard !files.isEmpty || !validation.isEmpty else {
      throw Trouble("no file is given: give the datasets to measure, or '-' for standard input")
    }
    if let epochs, !(1...Self.mostEpochs).contains(epochs) {
      throw Trouble("--epochs takes a number from 1 to \(Self.mostEpochs), not \(epochs)")
    }
    let requirements =
      model == nil
      ? DatasetRequirements(loosestOf: catalog) : models.first.map { DatasetRequirements(of: $0) }
    var measurement = DatasetMeasurement(
      trainingPaths: files, validationPaths: validation,
      requirements: requirements ?? DatasetRequirements(loosestOf: catalog))
    measurement.counting = try TokenizerOption.load(tokenizer) ?? .estimate
    measurement.limits.maximumLineBytes = try OptionNumber.lineBytes(maximumLineBytes)
    measurement.limits.jobs = try OptionNumber.threads(jobs)
    return measurement
  }

  private static let mostEpochs = 1_000_000
}
