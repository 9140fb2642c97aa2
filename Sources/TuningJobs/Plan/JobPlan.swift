public import Diagnostics
public import ModelCatalog
public import TuningDatasets

/// A job that was checked together with its datasets: the plan and the findings.
public struct JobPlan: Sendable {
  /// The job, what was found in its file, and what only the service can check.
  public let job: CheckedJob
  /// The datasets that were checked: those that the job names local files for.
  public let datasets: [DatasetSummary]
  /// The request that creates the job, or why there is none.
  public let request: Result<TuningRequest, TuningRequestFault>
  /// The base model of the job or of its tuned model; nil if it is not known.
  public let baseModel: TunableModel?
  /// The rules that find errors but did not run, or whose errors have a lower severity.
  let errorsLeftOut: [RuleCode]
  /// The contents of a receipt, with or without errors; nil if none was requested, or if limits or the rules of datasets
  /// were changed.
  let record: JobReceipt?

  /// The receipt, if one was requested, there are no errors, and all rules that find errors ran.
  public var receipt: JobReceipt? {
    if case .failure(.unfit) = request { return nil }
    return hasErrors || !errorsLeftOut.isEmpty || datasets.isEmpty || !datasets.allSatisfy(\.isWithoutErrors)
      ? nil : record
  }

  /// The request to show: none if there are errors or files that could not be read, except if it is wanted anyway.
  public func request(evenIfInvalid: Bool) -> Result<TuningRequest, TuningRequestFault> {
    hasErrors && !evenIfInvalid ? .failure(.hasErrors) : request
  }

  /// The reports on all files, the job file first.
  public var reports: [FileReport] { [job.report] + datasets.map(\.report) }

  /// The dataset of a role, if it was checked.
  public func dataset(_ role: FileRole) -> DatasetSummary? { datasets.first { $0.report.role == role } }

  /// Whether there is an error or a file that could not be read.
  public var hasErrors: Bool {
    reports.contains { report in
      report.failure != nil || report.counts.contains { $0.severity == .error }
    }
  }

  /// The estimated cost of the tuning in US dollars; nil if the tokens, the epochs or the price are not known.
  ///
  /// Training tokens are billed: those of the dataset times the epochs. Media are not counted. Source: the price page as
  /// it was reported, with the catalogue's date.
  public var estimatedCostInDollars: Double? {
    guard let training = dataset(.training), training.multimodalExamples == 0,
      let epochs = job.job?.supervisedTuningSpec?.value.hyperParameters?.value.epochCount?.value, epochs > 0,
      let cents = baseModel?.trainingPriceInCentsPerMillionTokens.value
    else { return nil }
    return Double(training.textTokens) * Double(epochs) * Double(cents) / 1e8
  }
}
