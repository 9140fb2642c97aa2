import Diagnostics
import ModelCatalog
import TuningDatasets
public import TuningJobs

/// Describes what happens when a job is created.
public struct PlanText: Sendable {
  /// A line of the plan: its title and its text.
  struct Line: Sendable {
    let title: String
    let text: String
  }

  /// The lines; empty if the file is not a job.
  let lines: [Line]
  private let plan: JobPlan

  /// The words for a plan.
  ///
  /// - Parameters:
  ///   - receipt: a description of what happened to the receipt, if one was requested.
  ///   - tokenizer: the file with which tokens were counted; nil if they were estimated.
  public init(_ plan: JobPlan, receipt: String? = nil, tokenizer: String? = nil) {
    self.plan = plan
    func dataset(_ uri: String?, _ role: FileRole) -> String {
      Self.dataset(uri, plan.dataset(role), countedWith: tokenizer)
    }
    guard let job = plan.job.job else {
      lines = []
      return
    }
    let spec = job.supervisedTuningSpec?.value
    var lines = [Line(title: "model", text: Self.model(of: job, plan))]
    if job.baseModel != nil || Self.isTunedModelNamed(job) {
      lines.append(Line(title: "creates", text: Self.makes(job, plan)))
    }
    if case .success(let request) = plan.request {
      lines.append(Line(title: "where", text: "project \(request.project), \(request.location)"))
    }
    lines.append(Line(title: "training", text: dataset(spec?.trainingDatasetUri?.value, .training)))
    if spec?.validationDatasetUri != nil || plan.dataset(.validation) != nil {
      lines.append(Line(title: "validation", text: dataset(spec?.validationDatasetUri?.value, .validation)))
    }
    lines.append(Line(title: "tuning", text: Self.tuning(spec)))
    lines.append(Line(title: "cost", text: Self.cost(plan)))
    if let dropped = Self.dropped(plan, isCounted: tokenizer != nil) {
      lines.append(Line(title: "dropped", text: dropped))
    }
    if case .failure(let fault) = plan.request {
      lines.append(Line(title: "request", text: "not possible: \(fault.description)"))
    }
    if let receipt { lines.append(Line(title: "receipt", text: receipt)) }
    self.lines = lines
  }

  /// Writes the plan, and the list of what only the service can check.
  public func write(to output: inout some VisibleOutput) {
    guard !lines.isEmpty else { return }
    writeLines(to: &output)
    if plan.job.checkedOnline.isEmpty { return }
    output.write("\nnot checked offline; the service checks:\n")
    for item in plan.job.checkedOnline { output.write("  - \(item)\n") }
  }

  /// Writes the plan alone.
  public func writeLines(to output: inout some VisibleOutput) {
    output.write("plan of \(plan.job.report.path)\n")
    let width = lines.map(\.title.utf8.count).max() ?? 0
    for line in lines {
      let padding = String(repeating: " ", count: width - line.title.utf8.count)
      output.write("  \(line.title)\(padding)  \(line.text)\n")
    }
  }

  // MARK: Lines

  /// A name from the file, cut if it is longer than any valid one.
  private static func short(_ name: String) -> String {
    let beginning = name.unicodeScalars.prefix(maximumScalars)
    return beginning.endIndex == name.unicodeScalars.endIndex ? name : String(beginning) + "…"
  }

  private static let maximumScalars = 240

  private static func model(of job: TuningJob, _ plan: JobPlan) -> String {
    if let base = job.baseModel?.value {
      let remark = plan.job.isModelCovered ? "" : " (not covered: nothing about this model is checked)"
      return "tunes the base model \(Self.short(base))\(remark)"
    }
    guard let tuned = job.preTunedModel?.value, let name = tuned.tunedModelName?.value else {
      return "not given"
    }
    guard isTunedModelNamed(job) else {
      return "not known: \(Self.short(name)) is not the name of a tuned model"
    }
    let checkpoint =
      tuned.checkpointId.map { "checkpoint \(Self.short($0.value))" } ?? "its default checkpoint"
    return "continues from \(Self.short(name)), \(checkpoint)"
  }

  /// Whether the job names a tuned model, not an endpoint or what is not a name.
  private static func isTunedModelNamed(_ job: TuningJob) -> Bool {
    guard let name = job.preTunedModel?.value.tunedModelName?.value else { return false }
    do throws(NameFault) {
      _ = try ModelName(name)
      return true
    } catch {
      return false
    }
  }

  private static func makes(_ job: TuningJob, _ plan: JobPlan) -> String {
    let display = job.tunedModelDisplayName.map { " named '\(Self.short($0.value))'" } ?? ""
    let name = job.preTunedModel?.value.tunedModelName?.value ?? ""
    let parent = Self.short(String(name.prefix { $0 != "@" }))
    switch plan.job.outcome {
    case nil: return "a new model\(display), version 1"
    case .newVersion: return "a new version of \(parent)"
    case .newModel: return "a new model\(display), version 1, because \(parent) has another display name"
    case .dependsOnDisplayName:
      return
        "a new model\(display), version 1; or a new version of \(parent), if that model already has this display name"
    }
  }

  private static func dataset(
    _ uri: String?, _ summary: DatasetSummary?, countedWith tokenizer: String?
  ) -> String {
    let uri = uri.map(Self.short) ?? "(no URI)"
    guard let summary else { return "\(uri), not checked: 'datasets' has no local file for it" }
    let report = summary.report
    if report.failure != nil { return "\(uri), not checked: \(report.path) cannot be read" }
    let media = summary.multimodalExamples == 0 ? "" : "; media not counted"
    let (about, how) = tokenizer.map { ("", "counted with \(short($0))") } ?? ("about ", "estimate")
    return "\(uri): \(Quantity.count(report.examples, "example")),"
      + " \(about)\(Quantity.count(summary.textTokens)) tokens of text (\(how)\(media)), in \(report.path)"
  }

  private static func tuning(_ spec: TuningJob.SupervisedTuningSpec?) -> String {
    let parameters = spec?.hyperParameters?.value
    let epochs =
      parameters?.epochCount.map { Quantity.count($0.value, "epoch") } ?? "the default number of epochs"
    let rate =
      parameters?.learningRateMultiplier.map { "learning rate × \($0.value)" } ?? "the default learning rate"
    let adapter =
      parameters?.adapterSize?.value.size.map { "adapter size \($0.rawValue)" } ?? "the default adapter size"
    let checkpoints = spec?.exportLastCheckpointOnly?.value == true ? ", only the last checkpoint" : ""
    return "\(epochs), \(rate), \(adapter)\(checkpoints)"
  }

  private static func cost(_ plan: JobPlan) -> String {
    guard let training = plan.dataset(.training), training.report.failure == nil else {
      return "not estimated: the training dataset was not checked"
    }
    if training.multimodalExamples > 0 {
      return "not estimated: the tokens of media are not counted"
    }
    guard let price = plan.baseModel?.trainingPriceInCentsPerMillionTokens, let cents = price.value else {
      return "not estimated: the price is not known"
    }
    let perMillion = "\(Money.dollars(Double(cents) / 100)) per million tokens, as of \(price.asOf)"
    guard let cost = plan.estimatedCostInDollars else {
      let once = Double(training.textTokens) * Double(cents) / 1e8
      return "about \(Money.dollars(once)) per epoch (estimate; \(perMillion))"
    }
    return "about \(Money.dollars(cost)) (estimate; \(perMillion))"
  }

  private static func dropped(_ plan: JobPlan, isCounted: Bool) -> String? {
    guard let training = plan.dataset(.training), training.overlongExamples > 0 else { return nil }
    let fails =
      10 * training.overlongExamples > training.report.examples
      ? "; a job fails if more than 10 % of its examples are dropped" : ""
    let examples = "\(Quantity.count(training.overlongExamples, "example")) with more tokens than the limit"
    return isCounted ? "\(examples)\(fails)" : "about \(examples) (estimate)\(fails)"
  }
}
