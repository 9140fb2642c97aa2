import Documents
import Diagnostics
import JSONLines
import TuningDatasets
import TuningJobs

/// What holds for every job file.
public enum JobInvariants {
  private static let rules = RuleBook.all.rules
  private static let tokens = Edits.Tokens(JobFolder.job)

  /// Checks the job file that an input stands for as a ``Recipe``: its bytes, or edits of a good job.
  ///
  /// - Throws: what does not hold.
  public static func check(_ input: [UInt8]) throws(BrokenInvariant) {
    let recipe = Recipe(input, atMost: JobValidation.maximumFileBytes)
    let bytes = Edits(recipe.bytes, of: tokens).bytes
    let options = try JobOptions(recipe)
    try checkComments(bytes)
    try check(bytes, options.validation, options.datasets)
    try checkPlan(bytes, options)
  }

  /// Checks a job file as it is validated without its datasets.
  static func check(
    _ bytes: [UInt8], _ validation: JobValidation,
    _ datasets: JobValidation.KnownDatasets = JobValidation.KnownDatasets()
  ) throws(BrokenInvariant) {
    let checked = validation.check(bytes, path: JobFolder.jobName, datasets)
    try requireSame(checked, validation.check(bytes, path: JobFolder.jobName, datasets))
    try require(checked.report, in: bytes)
    guard let job = checked.job,
      let request = try? TuningRequest(job, project: validation.project, location: validation.location)
    else { return }
    try RequestInvariants.check(request, of: checked, validation, datasets)
  }

  /// The same input comes to the same.
  private static func requireSame(_ one: CheckedJob, _ other: CheckedJob) throws(BrokenInvariant) {
    let isSame =
      one.report.findings == other.report.findings && one.report.counts == other.report.counts
      && one.report.failure == other.report.failure && one.checkedOnline == other.checkedOnline
      && one.outcome == other.outcome && one.baseModelID == other.baseModelID
    try BrokenInvariant.unless(isSame, "checked again: \(one.report) and \(other.report)")
  }

  private static func require(_ report: FileReport, in bytes: [UInt8]) throws(BrokenInvariant) {
    // A fault may stand behind the last line feed.
    try FindingPlaces.require(report.findings, in: Lines(of: bytes + [0x0A]))
    let kept = Dictionary(grouping: report.findings, by: \.code).mapValues(\.count)
    let due = Dictionary(
      uniqueKeysWithValues: report.counts.filter { !$0.isHidden }.map { ($0.code, min($0.findings, 20)) })
    try BrokenInvariant.unless(kept == due, "\(kept) kept of \(due)")
    try ShownReports.require([report], rules: rules)
  }

  /// Without comments a file has the same length and lines, and there is nothing more to blank; strict JSON has none.
  private static func checkComments(_ bytes: [UInt8]) throws(BrokenInvariant) {
    let blanked = DocumentComments.blanked(bytes)
    let hasLines = zip(bytes, blanked).allSatisfy { ($0 == 0x0A) == ($1 == 0x0A) }
    try BrokenInvariant.unless(blanked.count == bytes.count && hasLines, "comments change the lines")
    try BrokenInvariant.unless(DocumentComments.blanked(blanked) == blanked, "comments are left")
    let isStrict = (try? DocumentValue(parsing: bytes)) != nil
    try BrokenInvariant.unless(!isStrict || blanked == bytes, "strict JSON has comments")
  }

  // MARK: Plans

  /// Checks a job together with its datasets, where these are in the job's folder.
  private static func checkPlan(_ bytes: [UInt8], _ options: JobOptions) throws(BrokenInvariant) {
    let job = options.validation.check(bytes, path: JobFolder.jobName).job
    let paths = [job?.datasets.training?.value, job?.datasets.validation?.value].compactMap(\.self)
    guard paths.allSatisfy(JobFolder.holds) else { return }
    let folder = try JobFolder(job: bytes)
    var planning = JobPlanning(options.validation)
    planning.receiptVersion = options.wantsReceipt ? "1" : nil
    let plan = planning.run(bytes, path: folder.jobPath) { _ in }
    try require(plan.job.report, in: bytes)
    try ShownReports.require(plan.reports, rules: rules)
    try BrokenInvariant.unless(
      plan.estimatedCostInDollars.map { $0.isFinite && $0 >= 0 } != false, "a cost that is none")
    guard let receipt = plan.receipt else { return }
    try BrokenInvariant.unless(!plan.hasErrors, "a receipt in spite of errors")
    try ReceiptInvariants.requireVerified(
      receipt.relative(toFolderOf: folder.receiptPath), in: folder, planning)
  }
}
