import ByteStreams
public import Diagnostics
import JSONLines
import TuningDatasets
public import ModelCatalog

/// Checks a job file.
public struct JobValidation: Sendable {
  /// The longest job file in bytes; what is longer is none.
  public static let maximumFileBytes = 1 << 20

  /// What is known of models.
  public var catalog: ModelCatalog
  /// The day on which the job would be created.
  public var today: CatalogDate
  /// The project in place of the file's.
  public var project: String?
  /// The location in place of the file's.
  public var location: String?

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
    let text = JSONComments.blanked(bytes)
    var job: TuningJob?
    do throws(JSONFault) {
      let root = try JSONValue(document: text)
      if !NotATuningJob.reportIfNoJob(root, &findings) {
        let decoder = JobDecoder(root)
        findings = decoder.findings
        JobRules.check(context(decoder.job, root), &findings)
        job = decoder.job
      }
    } catch {
      report(error, in: text, &findings)
    }
    return CheckedJob(job: job, report: JobReport.make(of: findings, in: bytes, text, path: path))
  }

  private func context(_ job: TuningJob, _ root: JSONValue) -> JobContext {
    func setting(_ option: String?, _ field: Placed<String>?) -> JobContext.Setting? {
      if let option { return JobContext.Setting(value: option, range: nil) }
      return field.map { JobContext.Setting(value: $0.value, range: $0.range) }
    }
    return JobContext(
      job: job, root: root, catalog: catalog, today: today, project: setting(project, job.project),
      location: setting(location, job.location))
  }

  /// Notes the fault of a file that is no JSON.
  private func report(_ fault: JSONFault, in text: [UInt8], _ findings: inout JobFindings) {
    if fault.kind == .severalValues { return NotATuningJob.reportSeveralValues(in: text, &findings) }
    JSONValue.withLine(of: text) { line in
      let (code, severity, arguments) = SyntaxFinding.describe(fault, in: line)
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
}
