import ArgumentParser
import ByteStreams
import Diagnostics
import ModelCatalog
import Reports
import SystemPackage
import TuningDatasets

/// `tunekit validate`: the main job.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check training and validation datasets.",
    discussion: """
      Each FILE is a training dataset of its own, plain or gzipped; '-' is standard input. Every file is read to its \
      end, unless its beginning shows that it is no dataset. Exit status: 0 clean, 1 findings at or above --fail-on, 2 something could not be checked.
      """)

  @Argument(help: "The training files.")
  var files: [String] = []

  @Option(help: ArgumentHelp("The validation dataset that goes with the training files.", valueName: "file"))
  var validation: [String] = []

  @Flag(help: "Take the training files as the shards of one dataset.")
  var shards = false

  @Option(
    help: ArgumentHelp(
      "The model to be tuned, which sets the limits; without it the loosest limits apply.", valueName: "id"))
  var model: String?

  @Option(
    help: ArgumentHelp(
      "A catalogue of models to read in place of the built-in one (see 'tunekit models --format json').",
      valueName: "file"))
  var catalog: String?

  @Option(help: ArgumentHelp("The longest line to read, in bytes.", valueName: "n"))
  var maxLineBytes = Limits().maximumLineBytes

  @Option(
    help: ArgumentHelp(
      "The most threads that work on a file; without it one for each core. They change no result.",
      valueName: "n"
    ))
  var jobs: Int?

  @Option(help: ArgumentHelp("How to show the findings.", valueName: "form"))
  var format = ReportFormat.text

  @Option(
    help: ArgumentHelp("The severity from which on findings make the exit status 1.", valueName: "severity"))
  var failOn = FailOn.error

  @Option(
    help: ArgumentHelp(
      """
      Run these rules in place of the default ones: codes, prefixes of codes, names, or ALL, separated by commas. A prefix \
      leaves out rules that are off by default.
      """, valueName: "rules"))
  var select: [String] = []

  @Option(help: ArgumentHelp("Run these rules as well as the default ones.", valueName: "rules"))
  var extendSelect: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Leave these rules out: codes, prefixes or names, separated by commas. What keeps a line from being examined still \
      counts.
      """, valueName: "rules"))
  var ignore: [String] = []

  @Option(
    help: ArgumentHelp("The findings to show per rule and file; 0 for all. All are counted.", valueName: "n"))
  var maxFindings = RuleSettings(.datasets).maximumFindings

  @Option(help: ArgumentHelp("When to colour the text.", valueName: "when"))
  var color = ColorChoice.auto

  func run() throws {
    let catalog = try CatalogChoice(path: catalog).load()
    let validation = try resolved(catalog)
    sayIfNoLongerTunable(catalog)
    let progress = ProgressDisplay()
    var reader = OutputReader()
    let clock = ContinuousClock()
    let start = clock.now
    let files = try validation.run { current in
      let elapsed = start.duration(to: clock.now)
      progress.show(current, after: elapsed)
      if reader.hasGone(after: elapsed) {
        progress.clear()
        // Nobody waits for the findings. That some of the data were not checked is all that can be said.
        throw Outcome(exitStatus: 2)
      }
    }
    let elapsed = start.duration(to: clock.now)
    progress.clear()
    let report = RunReport(
      toolVersion: Tunekit.version, catalogDate: catalog.asOf.description, model: model, files: files,
      elapsedSeconds: elapsed / .seconds(1))
    try write(report, validation.rules)
    throw Outcome(exitStatus: failOn.exitStatus(of: report))
  }

  // MARK: Options

  /// The options as the engine takes them, each checked before any work.
  private func resolved(_ catalog: ModelCatalog) throws(Trouble) -> DatasetValidation {
    guard validation.count < 2 else {
      throw Trouble("--validation is given twice, but a training dataset has one validation dataset")
    }
    guard !files.isEmpty || !validation.isEmpty else {
      throw Trouble("no file is given: name the datasets to check, or '-' for standard input")
    }
    guard (files + validation).count(where: { $0 == ByteStream.standardInputPath }) < 2
    else {
      throw Trouble("'-' is given twice, but standard input can be read only once")
    }
    guard (1...Limits.largestMaximumLineBytes).contains(maxLineBytes) else {
      throw Trouble(
        "--max-line-bytes takes a number from 1 to \(Limits.largestMaximumLineBytes), not \(maxLineBytes)")
    }
    guard maxFindings >= 0 else {
      throw Trouble("--max-findings takes 0 or a positive number, not \(maxFindings)")
    }
    var resolved = DatasetValidation(trainingPaths: files, datasetLimits: try datasetLimits(catalog))
    resolved.areShards = shards
    resolved.validationPath = validation.first
    resolved.limits.maximumLineBytes = maxLineBytes
    resolved.limits.jobs = try Cores.jobs(jobs)
    resolved.rules = try ruleSettings()
    return resolved
  }

  private func datasetLimits(_ catalog: ModelCatalog) throws(Trouble) -> DatasetLimits {
    guard let model else { return DatasetLimits(loosestOf: catalog) }
    if let known = catalog.model(id: model) { return DatasetLimits(of: known) }
    if catalog.untunableModel(id: model) != nil {
      throw Trouble("model '\(model)' cannot be tuned: 'tunekit models' lists those that can")
    }
    let hint = catalog.nearestID(to: model).map { "did you mean '\($0)'? " } ?? ""
    throw Trouble("model '\(model)' is not known: \(hint)'tunekit models' lists the models")
  }

  /// Says on standard error if the model was tunable only once.
  private func sayIfNoLongerTunable(_ catalog: ModelCatalog) {
    guard let model, let known = catalog.model(id: model), !known.isTunable.value else { return }
    var errors = OutputStream.standardError
    errors.write(
      """
      tunekit: model '\(model)' can no longer be tuned: the limits are those it had; 'tunekit models' lists those that can

      """)
  }

  private func ruleSettings() throws(Trouble) -> RuleSettings {
    func patterns(_ lists: [String]) -> [String] {
      lists.flatMap { $0.split(separator: ",").map { $0.filter { !$0.isWhitespace } } }
    }
    // An empty list would select what nobody meant: all rules that are on by default.
    guard select.isEmpty || !patterns(select).isEmpty else {
      throw Trouble("--select names no rule: 'tunekit rules' lists the codes and names")
    }
    do throws(RuleSettings.UnknownPattern) {
      var settings = try RuleSettings(
        .datasets, select: patterns(select), extendSelect: patterns(extendSelect), ignore: patterns(ignore))
      settings.maximumFindings = maxFindings
      return settings
    } catch {
      throw Trouble("no rule has the code, prefix or name '\(error.pattern)': 'tunekit rules' lists them")
    }
  }

  // MARK: Results

  private func write(_ report: RunReport, _ settings: RuleSettings) throws(Trouble) {
    var output = OutputStream.standardOutput
    let rules = RuleBook.datasets
    switch format {
    case .text:
      TextReport(
        rules: rules, width: SystemCalls.columns(of: .standardOutput), isColored: color.isColored,
        shownInfoRules: settings.namedRules
      ).write(report, to: &output)
    case .json: JSONReport(rules: rules).write(report, to: &output)
    }
    try output.finish()
    var errors = OutputStream.standardError
    for file in report.files {
      if let failure = file.failure { errors.write("tunekit: \(failure)\n") }
    }
  }
}
