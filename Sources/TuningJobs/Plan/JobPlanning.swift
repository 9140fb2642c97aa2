import ByteStreams
public import Diagnostics
public import ModelCatalog
public import Tokenization
public import TuningDatasets

/// Checks a job together with the local files of its datasets.
public struct JobPlanning: Sendable {
  /// How the job is checked.
  public var validation: JobValidation
  /// The bounds of the work on datasets.
  public var limits = Limits()
  /// Limits of datasets in place of those of the model. No receipt is made with them.
  public var changedLimits: [TuningLimit: Int] = [:]
  /// The rules of a dataset, given its path, if they are not those of the job. No receipt is made with them.
  public var rulesOfDataset: (@Sendable (String) -> RuleSettings)?
  /// How the tokens of the datasets are counted: by an estimate, unless ``countTokens(with:)`` is called.
  public private(set) var tokenCounting = TokenCounting.estimate
  /// SHA-256 of the tokenizer's file, in hexadecimal; nil if tokens are estimated.
  private var tokenizerSHA256: String?
  /// The version of tunekit, if a receipt is to be made.
  public var receiptVersion: String?

  /// Checks jobs as a validation does.
  public init(_ validation: JobValidation) {
    self.validation = validation
  }

  /// Counts the tokens of the datasets exactly from now on, and records the file in receipts.
  ///
  /// - Parameter file: the bytes of a SentencePiece model file.
  /// - Throws: what is wrong with it.
  public mutating func countTokens(with file: [UInt8]) throws(TokenizerFault) {
    tokenCounting = .vocabulary(try Tokenizer(file))
    tokenizerSHA256 = Hexadecimal.sha256(of: file)
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
    try run(JobFile(bytes, path: path), progress: progress)
  }

  /// Checks the job of a file that was read; see ``run(_:path:progress:)``.
  func run<Failure: Error>(
    _ file: JobFile, progress: (DatasetValidation.Progress) throws(Failure) -> Void
  ) throws(Failure) -> JobPlan {
    let local = LocalDatasets(file.job, folder: RelativePath.folder(of: file.path))
    let digests = receiptVersion == nil ? [] : local.files.map { _ in FileDigest() }
    let baseModel = file.job.flatMap(validation.baseModel(of:))
    var requirements =
      baseModel.map { DatasetRequirements(of: $0) } ?? DatasetRequirements(loosestOf: validation.catalog)
    requirements.limits.replace(by: changedLimits)
    let datasets = try local.summarize(self, requirements, observers: digests, progress)

    // The rules of jobs look at what is in the datasets.
    var known = JobValidation.KnownDatasets()
    if !datasets.isEmpty { known.haveMedia = datasets.contains { $0.multimodalExamples > 0 } }
    known.areSame = local.areSame(datasets)
    if receiptVersion != nil { known.unvalidated = local.unvalidated(in: file.job, datasets) }
    let checked = validation.check(file, known)
    let request = request(of: file)
    return JobPlan(
      job: checked, datasets: datasets, request: request,
      baseModel: baseModel, errorsLeftOut: validation.rules.errorsLeftOut,
      record: (changedLimits.isEmpty && rulesOfDataset == nil ? receiptVersion : nil).map { version in
        record(
          of: checked, jobSHA256: Hexadecimal.sha256(of: file.bytes), try? request.get(),
          Array(zip(datasets, digests)), version)
      })
  }

  private func request(of file: JobFile) -> Result<TuningRequest, TuningRequestFault> {
    guard let job = file.job else { return .failure(.noJob) }
    // A request without what was not read would say something else.
    let unread = file.unreadFields
    guard unread.isEmpty else { return .failure(.unfit(unread)) }
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
      modelDescriptionSHA256: validation.modelDescription?.sha256, tokenizerSHA256: tokenizerSHA256,
      jobPath: checked.report.path, jobSHA256: jobSHA256, project: request?.project.description,
      location: request?.location.description, jobFindings: checked.report.findingCounts,
      rules: validation.rules.codes,
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
