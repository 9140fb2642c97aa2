import Documents
import JSONLines
import ModelCatalog
import TuningJobs

/// What holds for every receipt.
public enum ReceiptInvariants {
  /// Checks the receipt that an input stands for as a ``Recipe``: its bytes, or edits of the true receipt of a job and its
  /// datasets, beside which it lies. One that leads out of their folder is read and no more.
  ///
  /// - Throws: what does not hold.
  public static func check(_ input: [UInt8]) throws(BrokenInvariant) {
    let truth = try truth.get()
    let recipe = Recipe(input, atMost: UnverifiedReceipt.maximumFileBytes)
    let bytes = Edits(recipe.bytes, of: truth.tokens).bytes
    try check(document: bytes, truth: truth.receipt, truth.planning)
  }

  /// The true receipt, which counts its paths from the folder, and how it was made.
  private struct Truth {
    let receipt: JobReceipt
    let tokens: Edits.Tokens
    let planning: JobPlanning

    init() throws(BrokenInvariant) {
      let folder = try JobFolder(job: JobFolder.job)
      var planning = JobPlanning(JobValidation(catalog: .builtIn, today: try JobFolder.day("2026-11-23")))
      planning.receiptVersion = "1"
      let plan = planning.run(JobFolder.job, path: folder.jobPath) { _ in }
      guard let receipt = plan.receipt?.relative(toFolderOf: folder.receiptPath) else {
        throw BrokenInvariant("no receipt of a job without errors: \(plan.reports)")
      }
      (self.receipt, self.planning) = (receipt, planning)
      tokens = Edits.Tokens(ReceiptInvariants.written(receipt))
    }
  }

  private static let truth = Result { () throws(BrokenInvariant) in try Truth() }

  private static func check(
    document bytes: [UInt8], truth: JobReceipt, _ planning: JobPlanning
  ) throws(BrokenInvariant) {
    guard let read = try? UnverifiedReceipt(parsing: bytes), let value = try? DocumentValue(parsing: bytes)
    else {
      return
    }
    let datasets = value["datasets"]?.elements ?? []
    let paths = ([value["job"]] + datasets).compactMap { $0?["path"]?.string }
    guard paths.allSatisfy(JobFolder.holds) else { return }
    let folder = try JobFolder(job: JobFolder.job)
    switch read.verify(at: folder.receiptPath, with: planning, progress: { _ in }) {
    case .failure(let differences):
      try BrokenInvariant.unless(!differences.list.isEmpty, "refuted by nothing")
    case .success(let verified):
      try require(verified.receipt, agreesWith: truth)
      try requireVerified(verified.receipt, in: folder, planning)
    }
  }

  /// What is verified is the truth in all that the job and its datasets tell, and in what was found where it was found the
  /// same way.
  private static func require(_ receipt: JobReceipt, agreesWith truth: JobReceipt) throws(BrokenInvariant) {
    func facts(_ receipt: JobReceipt) -> [String] {
      [receipt.jobPath, receipt.jobSHA256, "\(receipt.project as Any)", "\(receipt.location as Any)"]
        + receipt.datasets.map { "\($0.role) \($0.path) \($0.uri) \($0.digest) \($0.examples)" }
    }
    try BrokenInvariant.unless(facts(receipt) == facts(truth), "verified, but not so: \(receipt)")
    let isSameCheck =
      receipt.toolVersion == truth.toolVersion && receipt.catalogSHA256 == truth.catalogSHA256
      && receipt.modelDescriptionSHA256 == truth.modelDescriptionSHA256
      && receipt.tokenizerSHA256 == truth.tokenizerSHA256
      && receipt.checkedAsOf == truth.checkedAsOf
    try BrokenInvariant.unless(
      !isSameCheck
        || receipt.jobFindings == truth.jobFindings && receipt.rules == truth.rules
          && receipt.datasets == truth.datasets,
      "verified, but not so: \(receipt)")
  }

  private static func written(_ receipt: JobReceipt) -> [UInt8] {
    var json = JSONWriter()
    receipt.write(to: &json)
    return json.finish()
  }

  /// Throws unless a receipt, its paths counted from the folder, is verified when it is written and read again.
  static func requireVerified(
    _ receipt: JobReceipt, in folder: borrowing JobFolder, _ planning: JobPlanning
  ) throws(BrokenInvariant) {
    let bytes = written(receipt)
    try ShownText.requireJSON(bytes, "the receipt")
    guard let read = try? UnverifiedReceipt(parsing: bytes) else {
      throw BrokenInvariant("what is written is no receipt: \(receipt)")
    }
    switch read.verify(at: folder.receiptPath, with: planning, progress: { _ in }) {
    case .success(let verified):
      try BrokenInvariant.unless(verified.receipt == receipt, "written, it is another: \(verified.receipt)")
    case .failure(let differences):
      throw BrokenInvariant("what is written is not verified: \(differences.list)")
    }
  }
}
