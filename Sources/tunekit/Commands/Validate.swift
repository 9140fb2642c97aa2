import ArgumentParser
import ByteStreams
import Diagnostics
import ModelCatalog
import Reports
import Settings
import SystemPackage
import TuningDatasets

/// `tunekit validate`: checks datasets.
struct Validate: Command {
  static let configuration = CommandConfiguration(
    of: "tunekit", commandName: "validate",
    abstract: "Check training and validation datasets.",
    discussion: """
      Each FILE is a separate training dataset, plain or gzipped; '-' is standard input. Every file is read to its end, \
      unless its beginning shows that it is not a dataset. Exit status: 0 clean, 1 findings at or above --fail-on, \
      2 something could not be checked.
      """)

  @Argument(help: "The training files.", completion: .file())
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "The validation dataset for the training files. Given several times: the shards of it.",
      valueName: "file"), completion: .file())
  var validation: [String] = []

  @Flag(help: "Treat the training files as the shards of one dataset.")
  var shards = false

  @Option(
    help: ArgumentHelp(
      "The model to tune, which sets the limits. Without it, the loosest limits of all tunable models apply.",
      valueName: "id"), completion: .models)
  var model: String?

  @Option(help: .catalog, completion: .file()) var catalog: String?

  @Option(help: .tokenizer, completion: .file()) var tokenizer: String?

  @Option(name: .customLong("max-line-bytes"), parsing: .unconditional, help: .maximumLineBytes)
  var maximumLineBytes: Int?

  @Option(parsing: .unconditional, help: .jobs) var jobs: Int?

  @OptionGroup var reports: ReportOptions

  @Option(help: .failOn) var failOn: FailureChoice?

  @OptionGroup var rules: RuleOptions

  @OptionGroup var fixes: FixOptions

  @Option(name: .customLong("max-findings"), parsing: .unconditional, help: .maximumFindings)
  var maximumFindings: Int?

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var baseline: BaselineOptions

  @OptionGroup var input: InputOptions

  func perform() throws(Trouble) -> Outcome {
    guard input.watch else { return try check { _ in } }
    let given = try InputFiles(input, training: files, validation: validation)
    let others = [catalog, tokenizer, settings.config, baseline.baseline].compactMap { $0 }
    let paths = RunPaths(
      datasets: given.paths, folders: given.taken.folders,
      others: others + (settings.isolated ? [] : [Settings.fileName]))
    return Watch.run(paths) { reads throws(Trouble) in try check(reads) }
  }

  /// The files that a run with these settings reads and writes.
  private func paths(
    by settings: RunSettings, _ folders: [TakenFolder], _ outputs: [ReportFile]
  ) -> RunPaths {
    var paths = RunPaths(datasets: files + validation, folders: folders)
    paths.datasets.removeAll { $0 == ByteStream.standardInputPath }
    paths.others = [catalog, tokenizer].compactMap { $0 }.filter { $0 != ByteStream.standardInputPath }
    paths.others += settings.watched
    paths.reports = outputs.map(\.written)
    paths.fixedData = fixes.written
    paths.fixesInPlace = fixes.fix && fixes.fixedFile == nil
    if !baseline.noBaseline {
      let path = BaselineFile.path(baseline, besideSettingsIn: settings.folder)
      paths.others.append(path)
      if baseline.writeBaseline { paths.baseline = WrittenFile("--write-baseline to \(path)", path) }
    }
    return paths
  }

  /// Checks the files once.
  ///
  /// - Parameter reads: is told which files are read and written, once they are known.
  private func check(_ reads: (RunPaths) -> Void) throws(Trouble) -> Outcome {
    let input = try InputFiles(input, training: files, validation: validation)
    try StandardInput.check(input.paths + [catalog, tokenizer])
    try fixes.check(input.paths, self.input, baseline, reports)
    let settings = try RunSettings(settings, for: input.pathsOfSettings)
    try settings.checkBaselines(baseline)
    var filled = self
    let outputs = try reports.files()
    (filled.files, filled.validation) = (input.training, input.validation)
    let paths = filled.paths(by: settings, input.taken.folders, outputs)
    try paths.check()
    reads(paths)
    if failOn == nil { filled.failOn = try settings.failOn() }
    if maximumFindings == nil { filled.maximumFindings = try settings.maximumFindings() }
    if maximumLineBytes == nil { filled.maximumLineBytes = try settings.maximumLineBytes() }
    guard model == nil else {
      return try filled.validate(input, by: settings, modelFrom: nil, outputs)
    }
    let model = try settings.model()
    filled.model = model?.value
    return try filled.validate(input, by: settings, modelFrom: model?.origin, outputs)
  }

  /// Validates with the options, to which those of the settings files were added.
  ///
  /// - Parameters:
  ///   - given: the files, whose paths are those of the options.
  ///   - origin: where the settings files name the model; nil if an option does, or nothing.
  private func validate(
    _ given: InputFiles, by settings: RunSettings, modelFrom origin: SettingsOrigin?, _ outputs: [ReportFile]
  ) throws(Trouble) -> Outcome {
    let catalog = try chosenCatalog()
    var validation = try resolved(catalog, by: settings, modelFrom: origin)
    validation.unread = given.unread
    var filter = try FindingFilter(
      since: input.since, baseline, besideSettingsIn: settings.folder, paths: files + self.validation,
      keeping: validation.rules.maximumFindings)
    if filter.needsAllFindings { validation.rules.maximumFindings = 0 }
    validation.gathersDistributions = reports.has(.html, outputs)
    sayIfNoLongerTunable(catalog)
    let progress = ProgressDisplay()
    var reader = OutputReader()
    let fixed: DatasetFixing.Outcome
    do throws(OutputReader.Gone) {
      fixed = try fixes.run(validation) { current throws(OutputReader.Gone) in
        progress.show(current)
        if outputs.isEmpty { try reader.check(after: progress.elapsed) }
      }
    } catch {
      progress.clear()
      return Outcome(isCutShort: true)
    }
    let elapsed = progress.clear()
    var outcome = Outcome(of: fixed.reports)
    let shown = filter.apply(to: fixed.reports, where: validation.runs, &outcome)
    let report = RunReport(
      toolVersion: Tunekit.version, catalogDate: (catalog?.asOf ?? LoosestLimits.builtIn.asOf).description,
      model: model, settings: settings.applied, files: shown, taken: given.taken, since: filter.since,
      baseline: filter.baseline, elapsedSeconds: elapsed)
    outcome.judge(report, failingOn: failOn ?? .error)
    outcome.add(fixed, showing: fixes)
    var choices = ReportChoices(
      rules: .datasets, namedRules: validation.namedRules, failingSeverity: (failOn ?? .error).severity,
      tokenizer: tokenizer, where: validation.runs(_:inFile:))
    choices.proposesFixes = !fixes.fix
    choices.distributions = fixed.distributions
    reports.write(report, choices, on: fixes.reportPlace, and: outputs, &outcome)
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
  private func resolved(
    _ catalog: ModelCatalog?, by settings: RunSettings, modelFrom origin: SettingsOrigin?
  ) throws(Trouble) -> DatasetValidation {
    guard !files.isEmpty || !validation.isEmpty else {
      throw Trouble("no file is given: give the datasets to check, or '-' for standard input")
    }
    var requirements = try RunSettings.naming(origin) { () throws(Trouble) -> DatasetRequirements in
      try self.requirements(catalog)
    }
    requirements.limits.replace(by: try settings.limits())
    var resolved = DatasetValidation(trainingPaths: files, requirements: requirements)
    resolved.areShards = shards
    resolved.validationPaths = validation
    resolved.standardInputName = input.stdinFilename
    resolved.limits.maximumLineBytes = try OptionNumber.lineBytes(maximumLineBytes)
    resolved.limits.jobs = try OptionNumber.threads(jobs)
    let rules = try settings.rules(rules, ofDatasets: true)
    if let first = rules.first { resolved.rules = first }
    resolved.rulesOfFiles = rules.count > 1 ? rules : []
    // Settings files may ignore all rules for some files, which are all that is given.
    let isChosen = self.rules.isEmpty && !settings.applied.files.isEmpty
    guard isChosen || rules.contains(where: { $0.runsSome(of: .datasets) }) else {
      throw Trouble(
        "no dataset rule is selected: 'tunekit rules' lists the rules; 'tunekit plan' runs the job rules"
      )
    }
    resolved.tokenCounting = try TokenizerOption.load(tokenizer)
    if let maximumFindings { resolved.rules.maximumFindings = try OptionNumber.findings(maximumFindings) }
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
