import ByteStreams
import Diagnostics
import ModelCatalog
public import TuningDatasets

/// Checks a job together with the local files of its datasets.
public struct JobPlanning: Sendable {
  /// How the job is checked.
  public var validation: JobValidation
  /// The bounds of the work on datasets.
  public var limits = Limits()
  /// The version of tunekit, if a receipt is to be made.
  public var receiptVersion: String?

  /// Checks jobs as a validation does.
  public init(_ validation: JobValidation) {
    self.validation = validation
  }

  /// Checks the bytes of a job file, and the datasets that it names local files for.
  ///
  /// - Parameters:
  ///   - path: the job file's path, from whose folder the datasets' paths count.
  ///   - progress: called while a dataset is read; what it throws ends the work.
  /// - Throws: what `progress` throws.
  /// - Complexity: linear in the sizes of the files.
  public func run<Failure: Error>(
    _ bytes: [UInt8], path: String,
    progress: (DatasetValidation.Progress) throws(Failure) -> Void
  ) throws(Failure) -> JobPlan {
    // The rules of jobs want to know what is in the datasets, so a job is checked again once that is known.
    let job = validation.check(bytes, path: path).job
    let local = LocalDatasets(job, folder: RelativePath.folder(of: path))
    let digests = receiptVersion == nil ? [] : local.files.map { _ in FileDigest() }
    let datasets = try local.summarize(
      limits, datasetLimits(of: job), observers: digests, progress)

    var validation = validation
    if !datasets.isEmpty { validation.datasetsHoldMedia = datasets.contains { $0.multimodalExamples > 0 } }
    if receiptVersion != nil { validation.unvalidatedDatasets = local.unvalidated(in: job, datasets) }
    let checked = validation.check(bytes, path: path)
    let request = Self.request(of: checked, validation)
    return JobPlan(
      job: checked, datasets: datasets, request: request,
      baseModel: checked.baseModelID.flatMap { validation.catalog.model(id: $0) },
      record: receiptVersion.map { version in
        record(
          of: checked, jobSHA256: Hexadecimal.sha256(of: bytes), try? request.get(),
          Array(zip(datasets, digests)), version)
      })
  }

  /// The limits of the base model that is tuned, or the loosest ones.
  private func datasetLimits(of job: TuningJob?) -> DatasetLimits {
    let id =
      job?.baseModel.map { JobContext.baseModelID($0.value) } ?? validation.modelDescription?.baseModelID
    return id.flatMap { validation.catalog.model(id: $0) }.map { DatasetLimits(of: $0) }
      ?? DatasetLimits(loosestOf: validation.catalog)
  }

  private static func request(
    of checked: CheckedJob, _ validation: JobValidation
  ) -> Result<TuningRequest, TuningRequestFault> {
    guard let job = checked.job else { return .failure(.noJob) }
    // What is misspelt, doubled or of another type was not read, and a request without it would say something else.
    let rules: [any Rule.Type] = [UnknownJobField.self, JobFieldSpelledTwice.self, WrongJobFieldType.self]
    let unreadCodes = Set(rules.map { $0.description.code })
    let unread = checked.report.findings.filter { unreadCodes.contains($0.code) }
    guard unread.isEmpty else { return .failure(.unfit(unread.map { $0.arguments[0] })) }
    do throws(TuningRequestFault) {
      return .success(
        try TuningRequest(job, project: validation.project, location: validation.location))
    } catch {
      return .failure(error)
    }
  }

  private func record(
    of checked: CheckedJob, jobSHA256: String, _ request: TuningRequest?,
    _ datasets: [(summary: DatasetSummary, digest: FileDigest)], _ version: String
  ) -> JobReceipt {
    let spec = checked.job?.supervisedTuningSpec?.value
    return JobReceipt(
      toolVersion: version, checkedAsOf: validation.today, catalogDate: validation.catalog.asOf,
      catalogSHA256: Hexadecimal.sha256(of: validation.catalog.catalogJSON()),
      modelDescriptionSHA256: validation.modelDescription?.sha256,
      jobPath: checked.report.path, jobSHA256: jobSHA256, project: request?.project.description,
      location: request?.location.description, jobFindings: checked.report.findingCounts,
      rules: RuleBook.descriptions.filter { !$0.isOffByDefault }.map(\.code),
      datasets: datasets.map { summary, digest in
        let isTraining = summary.report.role == .training
        let uri = isTraining ? spec?.trainingDatasetUri : spec?.validationDatasetUri
        return DatasetReceipt(summary, digest: digest.value(), uri: uri?.value ?? "")
      })
  }
}

extension FileReport {
  /// How many findings each rule has.
  var findingCounts: [RuleCode: Int] {
    Dictionary(uniqueKeysWithValues: counts.map { ($0.code, $0.findings) })
  }
}
