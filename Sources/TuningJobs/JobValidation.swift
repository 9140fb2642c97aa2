public import Diagnostics
import Documents
import JSONLines
import TuningDatasets
public import ModelCatalog

/// Checks a job file.
public struct JobValidation: Sendable {
  /// The longest job file in bytes. A longer one is refused.
  public static let maximumFileBytes = 1 << 20

  /// The catalogue of models.
  public var catalog: ModelCatalog
  /// The day on which the job would be created.
  public var today: CatalogDate
  /// The project, which overrides the file.
  public var project: String?
  /// The location, which overrides the file.
  public var location: String?
  /// A description of the tuned model that the job continues from. The description of another model is not used, and has a
  /// finding.
  public var modelDescription: ModelDescription?
  /// The rules that run, and how many of their findings are kept.
  public var rules = RuleSettings(.all)

  /// What is known about a job's datasets after they have been read.
  public struct KnownDatasets: Sendable {
    /// Whether they have media; nil if they were not read.
    public var haveMedia: Bool?
    /// Whether the training and the validation dataset have the same bytes.
    public var areSame = false
    /// Why datasets cannot be part of a receipt, if one is requested.
    var unvalidated: [FileRole: String] = [:]

    /// Nothing is known.
    public init() {}
  }

  /// Checks jobs by a catalogue, as of a day.
  public init(catalog: ModelCatalog, today: CatalogDate) {
    self.catalog = catalog
    self.today = today
  }

  /// Checks the bytes of a job file.
  ///
  /// - Parameters:
  ///   - path: the file's path, for the report.
  ///   - datasets: what is known of the job's datasets.
  /// - Complexity: linear in the file, except for suggestions for misspelled names.
  public func check(
    _ bytes: [UInt8], path: String, _ datasets: KnownDatasets = KnownDatasets()
  ) -> CheckedJob {
    check(JobFile(bytes, path: path), datasets)
  }

  /// Checks the job of a file that was read.
  func check(_ file: JobFile, _ datasets: KnownDatasets) -> CheckedJob {
    var findings = file.findings
    guard let (job, root) = file.content else {
      return CheckedJob(
        job: nil, report: JobReport.make(of: findings, in: file, rules), checkedOnline: [], outcome: nil,
        baseModelID: nil, isModelCovered: true)
    }
    let context = context(job, root, datasets)
    JobRules.check(context, &findings)
    return CheckedJob(
      job: job, report: JobReport.make(of: findings, in: file, rules),
      checkedOnline: OnlineChecks.list(context), outcome: NewVersionOrNewModel.outcome(of: context),
      baseModelID: context.baseModelID, isModelCovered: !context.isModelNotCovered)
  }

  /// The base model of the job or of its tuned model, if it is known.
  func baseModel(of job: TuningJob) -> TunableModel? {
    let id =
      job.baseModel.map { JobContext.baseModelID($0.value) } ?? description(for: job).0?.baseModelID
    return id.flatMap { catalog.model(id: $0) }
  }

  /// The model description if it describes the job's model; otherwise why it does not, as the end of a sentence.
  ///
  /// A model with an invalid name has a finding, and no description is used for it.
  private func description(for job: TuningJob) -> (ModelDescription?, mismatch: String?) {
    guard let modelDescription else { return (nil, nil) }
    guard let name = job.preTunedModel?.value.tunedModelName else {
      guard job.baseModel != nil else { return (nil, nil) }
      return (nil, "describes \(modelDescription.versionedName), but the job tunes a base model")
    }
    guard let name = try? ModelName(name.value) else { return (nil, nil) }
    guard let mismatch = modelDescription.mismatch(with: name) else { return (modelDescription, nil) }
    return (nil, mismatch)
  }

  private func context(
    _ job: TuningJob, _ root: DocumentValue, _ datasets: KnownDatasets
  ) -> JobContext {
    let (modelDescription, mismatch) = description(for: job)
    func setting(_ option: String?, _ field: Placed<String>?) -> JobContext.Setting? {
      if let option { return JobContext.Setting(value: option, range: nil) }
      return field.map { JobContext.Setting(value: $0.value, range: $0.range) }
    }
    return JobContext(
      job: job, root: root, catalog: catalog, today: today, project: setting(project, job.project),
      location: setting(location, job.location),
      modelDescription: modelDescription, datasetsHoldMedia: datasets.haveMedia,
      datasetsAreSame: datasets.areSame, descriptionMismatch: mismatch,
      unvalidatedDatasets: datasets.unvalidated)
  }
}

/// A job and what was found in its file.
public struct CheckedJob: Sendable {
  /// The job; nil if the file is not a job.
  public let job: TuningJob?
  /// What was found.
  public let report: FileReport
  /// What only the service can check, when the job is created: a clause each, such as "whether the tuned model exists".
  public let checkedOnline: [String]
  /// Whether the job creates a new version or a new model; nil for a job of a base model.
  public let outcome: TuningOutcome?
  /// The id of the base model of the job or of its tuned model; nil if it is not known.
  public let baseModelID: String?
  /// Whether the base model is a Gemini model, or not known; nothing about another model is checked.
  public let isModelCovered: Bool
}
