import Documents
import ByteStreams
public import Diagnostics
import JSONLines
import TuningDatasets
public import ModelCatalog

/// Checks a job file.
public struct JobValidation: Sendable {
  /// The longest job file in bytes. A longer one is refused.
  public static let maximumFileBytes = 1 << 20

  /// What is known of models.
  public var catalog: ModelCatalog
  /// The day on which the job would be created.
  public var today: CatalogDate
  /// The project in place of the file's.
  public var project: String?
  /// The location in place of the file's.
  public var location: String?
  /// What is known of the tuned model that the job goes on from. That of another model is not used, and the report says so
  /// as its failure.
  public var modelDescription: ModelDescription?
  /// Whether the job's datasets hold media; nil where they were not looked at.
  public var datasetsHoldMedia: Bool?
  /// Why datasets cannot be put on a receipt, where one is wanted.
  var unvalidatedDatasets: [FileRole: String] = [:]

  /// Checks jobs by a catalogue, as of a day.
  public init(catalog: ModelCatalog, today: CatalogDate) {
    self.catalog = catalog
    self.today = today
  }

  /// Checks the bytes of a job file.
  ///
  /// - Parameter path: the file's path, for the report.
  /// - Complexity: linear in the file, but for what is said of names that are nearly right.
  public func check(_ bytes: [UInt8], path: String) -> CheckedJob {
    var findings = JobFindings()
    let text = DocumentComments.blanked(bytes)
    var job: TuningJob?
    var checkedOnline: [String] = []
    var outcome: TuningOutcome?
    var baseModelID: String?
    var failure: String?
    do throws(JSONFault) {
      let root = try DocumentValue(parsing: text)
      if !NotATuningJob.reportIfNoJob(root, &findings) {
        let decoder = JobDecoder(root, of: text)
        findings = decoder.findings
        let (description, mismatch) = description(for: decoder.job)
        let context = context(decoder.job, root, description)
        JobRules.check(context, &findings)
        checkedOnline = OnlineChecks.list(context)
        outcome = NewVersionOrNewModel.outcome(of: context)
        baseModelID = context.baseModelID
        job = decoder.job
        failure = mismatch
      }
    } catch {
      report(error, in: text, &findings)
    }
    return CheckedJob(
      job: job, report: JobReport.make(of: findings, in: bytes, text, path: path, failure: failure),
      checkedOnline: checkedOnline, outcome: outcome, baseModelID: baseModelID)
  }

  /// The model's description where it is that of the job's model, and else why it cannot be used, in one line.
  ///
  /// A model without a good name has a finding for that; no description is known to be its.
  private func description(for job: TuningJob) -> (ModelDescription?, failure: String?) {
    guard let modelDescription else { return (nil, nil) }
    guard let name = job.preTunedModel?.value.tunedModelName else {
      guard job.baseModel != nil else { return (nil, nil) }
      return (
        nil,
        "the model description describes \(modelDescription.versionedName), but the job tunes a base model; "
          + "check the job without it"
      )
    }
    guard let name = try? ModelName(name.value) else { return (nil, nil) }
    guard let mismatch = modelDescription.mismatch(with: name) else { return (modelDescription, nil) }
    return (nil, "the model description \(mismatch); give the description of the model that the job tunes")
  }

  private func context(
    _ job: TuningJob, _ root: DocumentValue, _ modelDescription: ModelDescription?
  ) -> JobContext {
    func setting(_ option: String?, _ field: Placed<String>?) -> JobContext.Setting? {
      if let option { return JobContext.Setting(value: option, range: nil) }
      return field.map { JobContext.Setting(value: $0.value, range: $0.range) }
    }
    return JobContext(
      job: job, root: root, catalog: catalog, today: today, project: setting(project, job.project),
      location: setting(location, job.location),
      modelDescription: modelDescription, datasetsHoldMedia: datasetsHoldMedia,
      unvalidatedDatasets: unvalidatedDatasets)
  }

  /// Notes the fault of a file that is no JSON.
  private func report(_ fault: JSONFault, in text: [UInt8], _ findings: inout JobFindings) {
    if fault.kind == .severalValues { return NotATuningJob.reportSeveralValues(in: text, &findings) }
    DocumentValue.withLine(of: text) { line in
      var (code, severity, arguments) = SyntaxFinding.describe(fault, in: line)
      // Comments are gone by now, but for one that does not end, and one that begins as in a shell.
      if fault.kind == .dialect(.comment) {
        let isOpen = line[fault.offset] == UInt8(ascii: "/")
        code = SyntaxFinding.invalidJSON
        arguments =
          isOpen
          ? ["'*/' at the end of this comment", "the end of the file"]
          : ["'//' or '/*' before a comment", "'#'"]
      }
      findings.report(code, severity, at: fault.offset..<fault.offset + fault.length, arguments)
    }
  }
}

/// A job and what was found in its file.
public struct CheckedJob: Sendable {
  /// The job; nil where the file is none.
  public let job: TuningJob?
  /// What was found.
  public let report: FileReport
  /// What nobody can know before the job is created: what the service will check, a clause each, such as "whether the
  /// tuned model exists".
  public let checkedOnline: [String]
  /// What the job makes of the tuned model; nil for a job of a base model.
  public let outcome: TuningOutcome?
  /// The id of the base model that is tuned, at first or further; nil where that is not known.
  public let baseModelID: String?
}
