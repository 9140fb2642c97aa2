import Diagnostics
import JSONLines
import ModelCatalog
import Reports
import Submission
import SystemPackage
import TuningDatasets
import TuningJobs

/// A job that was checked together with its datasets, by the same code as that of `tunekit plan`, and may be sent.
struct PlannedJob {
  /// The path of the job file.
  let path: String
  /// The contents of the job file.
  let bytes: [UInt8]
  /// How the job was checked.
  let planning: JobPlanning
  /// What was found.
  let plan: JobPlan
  /// The job, without errors.
  let job: ValidatedTuningJob

  /// Checks a job.
  ///
  /// - Throws: ``Stop`` for a job with errors, which have been shown, and for one that cannot be checked.
  ///
  /// - Parameter events: nil to show nothing.
  init(_ path: String, _ options: PlanningOptions, _ events: Events?) throws(Stop) {
    self.path = path
    let today = CatalogDate(daysSince1970: SystemCalls.wallClock / 86_400_000)
    planning = try options.planning(today: today)
    bytes = try SmallFile.read(path, as: "job file", atMost: JobValidation.maximumFileBytes)
    var lastShown = 0
    plan = try planning.run(bytes, path: path) { (progress) throws(Stop) in
      if Signals.toEnd != nil { throw .interrupted }
      guard let events, progress.bytesDone - lastShown > 16 << 20 else { return }
      lastShown = progress.bytesDone
      events.live("checking \(progress.path): \(Quantity.bytes(progress.bytesDone))")
    }
    if let events { Self.show(plan, planning, events) }
    if let failure = plan.reports.compactMap(\.failure).first { throw .trouble(failure) }
    if plan.reports.contains(where: { $0.counts.contains { $0.code.description == "TK829" } }) {
      throw Stop(
        .failed, "findings",
        "\(path) is not submitted: 'submit' uploads the local file of each dataset, or compares it with what the bucket has, "
          + "so 'datasets' in the job must name it")
    }
    do throws(ValidatedTuningJob.Fault) {
      job = try ValidatedTuningJob(plan)
    } catch {
      throw Self.refusal(error, path)
    }
    try checkTargets()
  }

  /// Refuses two files for one object: the second one would take the place of the first.
  private func checkTargets() throws(Stop) {
    let datasets = job.receipt.datasets
    for (index, dataset) in datasets.enumerated() {
      guard
        let other = datasets[..<index].first(where: { $0.uri == dataset.uri && $0.digest != dataset.digest })
      else { continue }
      throw .trouble(
        "\(other.path) and \(dataset.path) have different contents, but both go to \(dataset.uri): give one of them another "
          + "URI in the job")
    }
  }

  private static func refusal(_ fault: ValidatedTuningJob.Fault, _ path: String) -> Stop {
    switch fault {
    case .hasErrors:
      Stop(.failed, "findings", "\(path) is not submitted, because there are errors: correct them")
    default: Stop(.trouble, "not-valid", "\(path) cannot be submitted: \(fault)")
    }
  }

  /// Shows the findings.
  static func show(_ plan: JobPlan, _ planning: JobPlanning, _ events: Events) {
    show(plan.reports, planning, events)
  }

  /// Shows findings: to people as `tunekit plan` does, to programs one by one.
  static func show(_ reports: [FileReport], _ planning: JobPlanning, _ events: Events) {
    let report = RunReport(
      toolVersion: TunekitSubmit.version, catalogDate: planning.validation.catalog.asOf.description,
      model: nil,
      files: reports, elapsedSeconds: 0)
    events.show { output in
      TextReport(
        rules: .all, width: Terminal.columns(of: .standardError), isColored: false,
        listing: .errorsAndWarnings()
      ).writeFindings(of: report, to: &output)
    }
    guard events.isJSON else { return }
    for file in reports {
      for finding in file.kept { tell(finding, in: file.path, events) }
      for count in file.counts {
        events.event("findings") { json in
          json.member("file", file.path)
          json.member("rule", count.code.description)
          json.member("severity", "\(count.severity)")
          json.member("findings", count.findings)
        }
      }
    }
  }

  /// Tells programs of a finding: the members have the names that they have in the reports of `tunekit`.
  private static func tell(_ finding: Finding, in path: String, _ events: Events) {
    let rule = RuleBook.all.rule(finding.code)
    events.event("finding") { json in
      json.member("file", path)
      json.member("rule", finding.code.description)
      json.member("name", rule?.name)
      json.member("severity", "\(finding.severity)")
      json.member("message", rule?.message(with: finding.arguments))
      json.member("remedy", rule?.remedy(with: finding.arguments))
      json.member("line", finding.location?.line)
      json.member("column", finding.location?.column)
      json.member("pointer", finding.location?.pointer)
    }
  }

  /// The rules that found something.
  var rulesWithFindings: Set<RuleCode> { Set(plan.reports.flatMap { $0.counts.map(\.code) }) }

  /// What the data are like, to be compared with what the service counts.
  var prediction: DataComparison.Prediction? {
    guard let training = plan.dataset(.training) else { return nil }
    return DataComparison.Prediction(
      examples: training.report.examples, tokens: training.textTokens, overlong: training.overlongExamples,
      isCounted: job.receipt.tokenizerSHA256 != nil, path: training.report.path)
  }

  /// The key of a submission of this job with these data.
  ///
  /// - Parameter repetition: how often it was created again on purpose.
  func key(_ service: TuningService, _ repetition: Int) -> SubmissionKey {
    SubmissionKey(
      endpoint: service.endpoint, project: job.request.project.description,
      location: job.request.location.description, body: Array(job.request.body.utf8),
      digests: job.receipt.datasets.map(\.digest), repetition: repetition)
  }

  /// The request with its marker. After an attempt that may have created the job, it is that one's, whatever the options say now:
  /// the job is looked for as it was sent.
  func markedRequest(_ state: SubmissionState, isMarked: Bool) throws(Stop) -> MarkedRequest {
    let unmarked = MarkedRequest(job.request, marker: nil)
    let open = state.attempts.first { $0.outcome.isOpen }
    if open.map(unmarked.wasSent) ?? !isMarked { return unmarked }
    try checkRoomForMarker()
    return MarkedRequest(job.request, marker: state.marker)
  }

  /// Checks that the job can have one more label.
  func checkRoomForMarker() throws(Stop) {
    let (keys, label) = (job.request.labelKeys, SubmissionMarker.label)
    guard !keys.contains(label), keys.count < Labels.maximumCount else {
      throw .trouble(
        "the job has \(keys.contains(label) ? "a label '\(label)' of its own" : "\(keys.count) labels"), so tunekit "
          + "cannot add its own label: remove one, or give --no-marker")
    }
  }

  /// The epochs that the job asks for; nil if the service chooses them.
  var epochs: Int? {
    plan.job.job?.supervisedTuningSpec?.value.hyperParameters?.value.epochCount?.value
  }

  /// The tuned model that the job continues from.
  var tunedModel: ModelName? {
    plan.job.job?.preTunedModel?.value.tunedModelName.flatMap { try? ModelName($0.value) }
  }
}
