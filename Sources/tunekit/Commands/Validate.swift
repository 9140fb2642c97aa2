import ArgumentParser
import ByteStreams
import Diagnostics
import ModelCatalog
import Reports
import SystemPackage
import TuningDatasets

/// `tunekit validate`: checks datasets.
struct Validate: Command {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check training and validation datasets.",
    discussion: """
      Each FILE is a separate training dataset, plain or gzipped; '-' is standard input. Every file is read to its end, \
      unless its beginning shows that it is not a dataset. Exit status: 0 clean, 1 findings at or above --fail-on, \
      2 something could not be checked.
      """)

  @Argument(help: "The training files.")
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "The validation dataset for the training files. Given several times: the shards of it.",
      valueName: "file"))
  var validation: [String] = []

  @Flag(help: "Treat the training files as the shards of one dataset.")
  var shards = false

  @Option(
    help: ArgumentHelp(
      "The model to tune, which sets the limits. Without it, the loosest limits of all tunable models apply.",
      valueName: "id"))
  var model: String?

  @Option(help: .catalog) var catalog: String?

  @Option(help: .tokenizer) var tokenizer: String?

  @Option(name: .customLong("max-line-bytes"), help: .maximumLineBytes)
  var maximumLineBytes = Limits().maximumLineBytes

  @Option(help: .jobs) var jobs: Int?

  @OptionGroup var reports: ReportOptions

  @Option(help: .failOn) var failOn = FailureChoice.error

  @OptionGroup var rules: RuleOptions

  @Option(name: .customLong("max-findings"), parsing: .unconditional, help: .maximumFindings)
  var maximumFindings = RuleSettings.usualMaximumFindings

  func perform() throws(Trouble) -> Outcome {
    let inputs = files + validation + [catalog, tokenizer]
    try StandardInput.check(inputs)
    let outputs = try reports.files(besides: inputs)
    let catalog = try chosenCatalog()
    let validation = try resolved(catalog)
    sayIfNoLongerTunable(catalog)
    let progress = ProgressDisplay()
    var reader = OutputReader()
    let files: [FileReport]
    do throws(OutputReader.Gone) {
      files = try validation.run { current throws(OutputReader.Gone) in
        progress.show(current)
        if outputs.isEmpty { try reader.check(after: progress.elapsed) }
      }
    } catch {
      progress.clear()
      return Outcome(isCutShort: true)
    }
    let report = RunReport(
      toolVersion: Tunekit.version, catalogDate: (catalog?.asOf ?? LoosestLimits.builtIn.asOf).description,
      model: model, files: files,
      elapsedSeconds: progress.clear())
    var outcome = Outcome(report, failingOn: failOn)
    let choices = ReportChoices(
      validation.rules, rules: .datasets, failingSeverity: failOn.severity, tokenizer: tokenizer)
    reports.write(report, choices, to: outputs, &outcome)
    outcome.add(lossesOf: report)
    return outcome
  }

  // MARK: Options

  /// The model catalogue; nil if the loosest limits of the built-in one are all that is needed.
  private func chosenCatalog() throws(Trouble) -> ModelCatalog? {
    guard catalog == nil, model == nil else { return try CatalogOption.load(catalog) }
    CatalogOption.sayIfOld(LoosestLimits.builtIn.asOf)
    return nil
  }

  /// The settings of the validation. All options are checked before any file is read.
  private func resolved(_ catalog: ModelCatalog?) throws(Trouble) -> DatasetValidation {
    guard !files.isEmpty || !validation.isEmpty else {
      throw Trouble("no file is given: give the datasets to check, or '-' for standard input")
    }
    var resolved = DatasetValidation(trainingPaths: files, requirements: try requirements(catalog))
    resolved.areShards = shards
    resolved.validationPaths = validation
    resolved.limits.maximumLineBytes = try OptionNumber.lineBytes(maximumLineBytes)
    resolved.limits.jobs = try OptionNumber.threads(jobs)
    resolved.rules = try rules.settings()
    guard resolved.rules.runsSome(of: .datasets) else {
      throw Trouble(
        "no dataset rule is selected: 'tunekit rules' lists the rules; 'tunekit plan' runs the job rules"
      )
    }
    resolved.tokenCounting = try TokenizerOption.load(tokenizer)
    resolved.rules.maximumFindings = try OptionNumber.findings(maximumFindings)
    return resolved
  }

  private func requirements(_ catalog: ModelCatalog?) throws(Trouble) -> DatasetRequirements {
    guard let catalog else { return DatasetRequirements(.builtIn) }
    guard let model else { return DatasetRequirements(loosestOf: catalog) }
    if let known = catalog.model(id: model) { return DatasetRequirements(of: known) }
    if catalog.untunable(named: model) != nil {
      throw CatalogOption.untunableModel(model, of: catalog)
    }
    throw CatalogOption.unknownModel(model, of: catalog, isToBeTuned: true)
  }

  /// Writes a note to standard error if the model can no longer be tuned.
  private func sayIfNoLongerTunable(_ catalog: ModelCatalog?) {
    guard let model, let known = catalog?.model(id: model), !known.isTunable.value else { return }
    var errors = OutputStream.standardError
    errors.write(
      """
      tunekit: model '\(model)' can no longer be tuned; its last known limits apply. 'tunekit models' lists the models \
      that can be tuned

      """)
  }
}
