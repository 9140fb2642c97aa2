import ArgumentParser
import ByteStreams
import Diagnostics
import JSONLines
import ModelCatalog
import Reports
import Settings
import SystemPackage
import TuningDatasets
import TuningJobs

/// `tunekit plan`: checks a job together with its datasets, and shows the plan or the request.
struct Plan: Command {
  static let configuration = CommandConfiguration(
    of: "tunekit", commandName: "plan",
    abstract: "Check a tuning job and its datasets, and show the plan.",
    discussion: """
      FILE is the API's TuningJob as JSON; comments are allowed ('tunekit init' writes a file to start from). With \
      --format rest, curl or python, standard output has only the request, and standard error has the findings. The \
      request of a job with errors is not written. \
      Exit status: 0 clean, 1 findings at or above --fail-on, 2 something could not be checked or written.
      """)

  enum Form: String, Choice {
    case text, json, rest, curl, python
  }

  @Argument(help: "The job file; '-' is standard input.", completion: .file())
  var file: String

  @OptionGroup var job: JobOptions

  @Option(
    help: ArgumentHelp("The day on which the job is created; today by default.", valueName: "yyyy-mm-dd"))
  var today: String?

  @Option(help: ArgumentHelp("The format of the plan, or of the request.", valueName: "format"))
  var format = Form.text

  @Flag(help: "Write the request even if there are errors.")
  var evenIfInvalid = false

  @Option(
    help: ArgumentHelp(
      "Write a receipt of what was checked to this file, if there are no errors.", valueName: "file"),
    completion: .file())
  var receipt: String?

  @OptionGroup var rules: RuleOptions

  @Option(name: .customLong("max-findings"), parsing: .unconditional, help: .maximumFindings)
  var maximumFindings: Int?

  @Option(help: .failOn) var failOn: FailureChoice?

  @OptionGroup var settings: SettingsOptions

  @Option(parsing: .unconditional, help: .jobs) var jobs: Int?

  @Option(help: .color) var color = ColorChoice.auto

  func perform() throws(Trouble) -> Outcome {
    try StandardInput.check([file, job.modelInfo, job.catalog, job.tokenizer])
    let settings = try runSettings()
    var failOn = failOn
    if failOn == nil { failOn = try settings.failOn() }
    var planning = try job.planning(today: try day())
    try apply(settings, to: &planning)
    planning.limits.jobs = try OptionNumber.threads(jobs)
    planning.receiptVersion = receipt == nil ? nil : Tunekit.version
    guard planning.validation.rules.runsSome(of: .all) else {
      throw Trouble("no rule is selected: 'tunekit rules' lists the rules")
    }
    let receiptFile = try receipt.map { path throws(Trouble) in try ReceiptFile(path, ofJobAt: file) }
    let bytes = try SmallFile.read(file, as: "job file", atMost: JobValidation.maximumFileBytes)
    try receiptFile?.checkWhatIsThere()

    let progress = ProgressDisplay()
    let plan = planning.run(bytes, path: file) { progress.show($0) }
    try checkThatRulesRan(plan, planning.validation.rules)
    let report = RunReport(
      toolVersion: Tunekit.version, catalogDate: planning.validation.catalog.asOf.description,
      model: plan.baseModel?.id, settings: settings.applied, files: plan.reports,
      elapsedSeconds: progress.clear())

    var outcome = Outcome(report, failingOn: failOn ?? .error)
    let receiptText = receiptFile.map { file in
      do throws(Trouble) {
        return try file.update(with: plan)
      } catch {
        outcome.add(error)
        return error.message
      }
    }
    outcome.attempt { () throws(Trouble) in
      try write(plan, report, receiptText, planning.validation.rules)
    }
    outcome.add(lossesOf: report)
    let isReceiptMissing = receiptFile != nil && plan.receipt == nil
    if isRequestRefused(of: plan) || isReceiptMissing { outcome.hasFailed = true }
    return outcome
  }

  // MARK: Options

  /// The settings files. A receipt is made without them, because it says what the rules find on any machine.
  private func runSettings() throws(Trouble) -> RunSettings {
    guard receipt != nil else { return try RunSettings(settings, for: [file]) }
    guard settings.config == nil else {
      throw Trouble(
        "--config and --receipt cannot be used together: a receipt is made without settings files")
    }
    var isolated = settings
    isolated.isolated = true
    return try RunSettings(isolated, for: [file])
  }

  /// Sets the rules and limits.
  private func apply(_ settings: RunSettings, to planning: inout JobPlanning) throws(Trouble) {
    if receipt != nil {
      planning.validation.rules = try rules.settingsOfReceipt()
    } else {
      planning.validation.rules = try settings.rules(rules)[0]
      planning.rulesOfDataset = try settings.rulesOfOthers(rules)
      planning.changedLimits = try settings.limits()
      if let bytes = try settings.maximumLineBytes() { planning.limits.maximumLineBytes = bytes }
    }
    var most = maximumFindings
    if most == nil { most = try settings.maximumFindings() }
    if let most { planning.validation.rules.maximumFindings = try OptionNumber.findings(most) }
  }

  private func day() throws(Trouble) -> CatalogDate {
    guard let today else { return CatalogDate(daysSince1970: SystemCalls.today) }
    guard let day = CatalogDate(today) else {
      throw Trouble("--today takes a day such as 2026-11-23, not '\(today)'")
    }
    return day
  }

  /// Checks that a rule looked at the job or at a local dataset.
  private func checkThatRulesRan(_ plan: JobPlan, _ settings: RuleSettings) throws(Trouble) {
    let runsJobRules = settings.codes.contains { RuleFamily(of: $0) == .job }
    let ranDatasetRules = settings.runsSome(of: .datasets) && plan.reports.contains { $0.role != .job }
    guard runsJobRules || ranDatasetRules else {
      throw Trouble(
        "no job rule is selected, and the job has no local datasets: 'tunekit rules' lists the rules")
    }
  }

  // MARK: Results

  private func write(
    _ plan: JobPlan, _ report: RunReport, _ receipt: String?, _ settings: RuleSettings
  ) throws(Trouble) {
    var output = OutputStream.standardOutput
    switch format {
    case .text:
      let text = textReport(to: .standardOutput, settings)
      text.write(report, to: &output)
      PlanText(plan, receipt: receipt, tokenizer: job.tokenizer).write(to: &output)
    case .json:
      PlanJSON(plan, report, rules: .all, evenIfInvalid: evenIfInvalid, tokenizer: job.tokenizer)
        .write(to: &output)
    case .rest, .curl, .python:
      var errors = OutputStream.standardError
      textReport(to: .standardError, settings).writeFindings(of: report, to: &errors)
      guard !isRequestRefused(of: plan) else {
        errors.write(
          "tunekit: no request is written, because there are errors: correct them, or give --even-if-invalid\n"
        )
        return
      }
      output.write(VisibleText(lines: try request(of: plan)))
    }
    try output.finish()
  }

  private func textReport(to descriptor: FileDescriptor, _ settings: RuleSettings) -> TextReport {
    TextReport(
      rules: .all, width: SystemCalls.columns(of: descriptor),
      isColored: color.isColored && (descriptor == .standardOutput || SystemCalls.isTerminal(descriptor)),
      listing: .errorsAndWarnings(withRemarksOf: settings.namedRules))
  }

  /// Whether a request was asked for that is not written, because there are errors.
  private func isRequestRefused(of plan: JobPlan) -> Bool {
    let isAskedFor = [.rest, .curl, .python].contains(format)
    return isAskedFor && plan.hasErrors && !evenIfInvalid
  }

  /// The request in the form that was asked for.
  private func request(of plan: JobPlan) throws(Trouble) -> String {
    do throws(TuningRequestFault) {
      let request = try plan.request.get()
      switch format {
      case .rest: return request.rest
      case .curl: return request.curl
      default: return try request.python()
      }
    } catch {
      throw Trouble("the request cannot be written: \(error.description)")
    }
  }
}
