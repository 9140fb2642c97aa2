import ArgumentParser
import ByteStreams
import Diagnostics
import JSONLines
import ModelCatalog
import Reports
import SystemPackage
import TuningDatasets
import TuningJobs

/// `tunekit plan`: a job and its datasets checked together, what will happen, and the request.
struct Plan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Check a tuning job with its datasets, and say what will happen.",
    discussion: """
      FILE is the API's TuningJob as JSON, in which comments may stand ('tunekit init' writes one to begin with). With \
      --format rest, curl or python only the request is written to standard output, and what was found to standard error. \
      Exit status: 0 clean, 1 findings at or above --fail-on, 2 something could not be checked or written.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, json, rest, curl, python
  }

  @Argument(help: "The job file; '-' is standard input.")
  var file: String

  @Option(help: ArgumentHelp("The project that the job runs in, in place of the file's.", valueName: "id"))
  var project: String?

  @Option(help: ArgumentHelp("The region that the job runs in, in place of the file's.", valueName: "region"))
  var location: String?

  @Option(
    help: ArgumentHelp(
      """
      What is known of the tuned model: the output of 'gcloud ai models describe --format=json', the API's Model, or \
      model_dump_json() of the Gen AI SDK's job or model.
      """, valueName: "file"))
  var modelInfo: String?

  @Option(
    help: ArgumentHelp("The day on which the job is created, in place of today.", valueName: "yyyy-mm-dd"))
  var today: String?

  @Option(
    help: ArgumentHelp("A catalogue of models to read in place of the built-in one.", valueName: "file"))
  var catalog: String?

  @Option(help: ArgumentHelp("How to show the plan, or the form of the request.", valueName: "form"))
  var format = Form.text

  @Option(
    help: ArgumentHelp(
      "Where to write a receipt of what was checked, if nothing is wrong.", valueName: "file"))
  var receipt: String?

  @Option(
    help: ArgumentHelp("The severity from which on findings make the exit status 1.", valueName: "severity"))
  var failOn = FailOn.error

  @Option(help: ArgumentHelp("The most threads that work on a dataset.", valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("When to colour the text.", valueName: "when"))
  var color = ColorChoice.auto

  func run() throws {
    let catalog = try CatalogChoice(path: catalog).load()
    var planning = JobPlanning(try validation(catalog))
    planning.limits.jobs = try Cores.jobs(jobs)
    planning.receiptVersion = receipt == nil ? nil : Tunekit.version
    try checkReceiptPath()
    let bytes = try SmallFile.read(file, as: "job file", atMost: JobValidation.maximumFileBytes)

    let progress = ProgressDisplay()
    let clock = ContinuousClock()
    let start = clock.now
    let plan = planning.run(bytes, path: file) { progress.show($0, after: start.duration(to: clock.now)) }
    progress.clear()
    let report = RunReport(
      toolVersion: Tunekit.version, catalogDate: catalog.asOf.description, model: plan.baseModel?.id,
      files: plan.reports, elapsedSeconds: start.duration(to: clock.now) / .seconds(1))

    let status = failOn.exitStatus(of: report)
    if let receipt { try writeReceipt(plan, to: receipt) }
    try write(plan, report)
    for file in plan.reports { file.failure.map(Self.say) }
    throw Outcome(exitStatus: status)
  }

  // MARK: Options

  private func validation(_ catalog: ModelCatalog) throws(Trouble) -> JobValidation {
    guard file != ByteStream.standardInputPath || modelInfo != ByteStream.standardInputPath else {
      throw Trouble("standard input can be the job file or the model's description, not both")
    }
    var validation = JobValidation(catalog: catalog, today: try day())
    validation.project = project
    validation.location = location
    if let modelInfo {
      let bytes = try SmallFile.read(
        modelInfo, as: "model description", atMost: ModelDescription.maximumFileBytes)
      do throws(ModelDescriptionError) {
        validation.modelDescription = try ModelDescription(bytes)
      } catch {
        throw Trouble("\(modelInfo): \(error)")
      }
    }
    return validation
  }

  private func day() throws(Trouble) -> CatalogDate {
    guard let today else { return CatalogDate(daysSince1970: SystemCalls.today) }
    guard let day = CatalogDate(today) else {
      throw Trouble("--today takes a day such as 2026-11-23, not '\(today)'")
    }
    return day
  }

  /// Sees to it that a receipt takes the place of nothing but a receipt.
  private func checkReceiptPath() throws(Trouble) {
    guard let receipt else { return }
    guard file != ByteStream.standardInputPath, FileState(path: file)?.isRegularFile != false else {
      throw Trouble(
        "--receipt needs a job file that can be read again, not standard input, a pipe or a directory")
    }
    guard receipt != ByteStream.standardInputPath else {
      throw Trouble(
        "--receipt takes the name of a file to write, since a receipt counts its paths from there")
    }
    guard let state = FileState(path: receipt) else { return }
    guard state.isRegularFile else {
      throw Trouble("\(receipt) is there already and is no file: name another one for the receipt")
    }
    let bytes = try SmallFile.read(receipt, as: "receipt", atMost: 1 << 20)
    do throws(UnverifiedReceipt.Fault) {
      _ = try UnverifiedReceipt(parsing: bytes)
    } catch {
      throw Trouble("\(receipt) is there already and is no receipt: name another file for it")
    }
  }

  // MARK: Results

  private func write(_ plan: JobPlan, _ report: RunReport) throws(Trouble) {
    var output = OutputStream.standardOutput
    switch format {
    case .text:
      let text = textReport(to: .standardOutput)
      text.write(report, to: &output)
      PlanText(plan, receiptPath: receipt).write(plan, to: &output)
    case .json: PlanJSON(plan, report).write(to: &output)
    case .rest, .curl, .python:
      var errors = OutputStream.standardError
      textReport(to: .standardError).writeFindings(of: report, to: &errors)
      output.write(try request(of: plan))
    }
    try output.finish()
  }

  private func textReport(to descriptor: FileDescriptor) -> TextReport {
    TextReport(
      rules: RuleIndex(RuleBook.descriptions), width: SystemCalls.columns(of: descriptor),
      isColored: color.isColored && (descriptor == .standardOutput || SystemCalls.isTerminal(descriptor)))
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
      throw Trouble("there is no such request: \(error.description)")
    }
  }

  /// Writes the receipt; where there is none, one of an earlier time goes, since it says what is not so any more.
  private func writeReceipt(_ plan: JobPlan, to path: String) throws(Trouble) {
    try checkReceiptPath()
    // Where a symbolic link leads to a receipt, the link stays.
    let path = RealPath.of(path) ?? path
    guard let receipt = plan.receipt else { return SystemCalls.remove(path) }
    var json = JSONWriter()
    receipt.relative(toFolderOf: path).write(to: &json)
    try AtomicFile.write(json.finish(), to: path, replacing: true)
  }

  private static func say(_ message: String) {
    var errors = OutputStream.standardError
    errors.write("tunekit: \(VisibleText.of(message))\n")
  }
}
