public import Documents
import ByteStreams
import Diagnostics
import ModelCatalog
public import TuningDatasets

/// A receipt that was read from a file and is not verified yet. Anyone who can write the file can change it, so check its
/// job again with ``verify(at:with:progress:)`` before you rely on it.
public struct UnverifiedReceipt: Sendable {
  /// The longest receipt in bytes. A longer one is refused.
  public static let maximumFileBytes = 1 << 20

  /// The contents of the file; the paths are relative to its folder.
  let receipt: JobReceipt

  /// Reads a receipt's file.
  ///
  /// - Throws: the first fault of the file.
  /// - Complexity: linear in the file.
  public init(parsing bytes: [UInt8]) throws(DocumentFault) {
    receipt = try ReceiptReader(bytes).receipt
  }

  /// The path of the job file on the receipt.
  ///
  /// - Parameter path: the path of the receipt's file, which is not a symbolic link.
  public func jobPath(ofReceiptAt path: String) -> String {
    RelativePath.joined(receipt.jobPath, to: RelativePath.folder(of: path))
  }

  /// Whether a plan is of the same bytes: the job file and the datasets have not changed since the receipt was made.
  public func isOfSameBytes(as plan: JobPlan) -> Bool {
    guard let now = plan.record else { return false }
    return receipt.jobSHA256 == now.jobSHA256
      && receipt.datasets.map(\.digest) == now.datasets.map(\.digest)
  }

  /// Checks the job and its datasets again, as of the receipt's day, and compares the results with the receipt.
  ///
  /// A project or location that is missing in the job file is taken from the receipt. Only regular files are read.
  ///
  /// - Parameters:
  ///   - path: the path of the receipt's file, which is not a symbolic link. The other paths are relative to its folder.
  ///   - planning: the settings of the check: catalogue, project and location that override the job file, model
  ///     description, tokenizer, rules, and the version of this program.
  ///   - progress: called while a dataset is read; what it throws ends the work.
  /// - Returns: the receipt if it matches; otherwise the differences.
  /// - Throws: what `progress` throws.
  /// - Complexity: linear in the sizes of the files.
  public func verify<Failure: Error>(
    at path: String, with planning: JobPlanning,
    progress: (DatasetValidation.Progress) throws(Failure) -> Void
  ) throws(Failure) -> Result<VerifiedReceipt, ReceiptDifferences> {
    let jobPath = jobPath(ofReceiptAt: path)
    let bytes: [UInt8]
    let fault: GzipFault?
    do throws(ByteStreamError) {
      (bytes, fault) = try ByteStream.contents(
        ofFileAt: jobPath, atMost: JobValidation.maximumFileBytes, regularFilesOnly: true)
    } catch {
      return .failure(ReceiptDifferences([.unreadable(jobPath, error.description)]))
    }
    guard fault == nil, bytes.count <= JobValidation.maximumFileBytes else {
      return .failure(ReceiptDifferences([.of(jobPath, "is damaged, or too long for a job file")]))
    }

    var planning = planning
    planning.validation.today = receipt.checkedAsOf
    planning.receiptVersion = planning.receiptVersion ?? ""
    planning.changedLimits = [:]
    planning.rulesOfDataset = nil
    let leftOut = planning.validation.rules.errorsLeftOut
    guard leftOut.isEmpty else {
      let codes = Shown.list(leftOut.map(\.description))
      return .failure(
        ReceiptDifferences([.of(jobPath, "cannot be verified without the rules that find errors: \(codes)")]))
    }
    let file = JobFile(bytes, path: jobPath)
    let job = file.job
    let isProjectOpen = planning.validation.project == nil && job?.project == nil
    let isLocationOpen = planning.validation.location == nil && job?.location == nil
    if isProjectOpen { planning.validation.project = receipt.project }
    if isLocationOpen { planning.validation.location = receipt.location }

    let comparison = ReceiptComparison(
      receipt, at: path, with: try planning.run(file, progress: progress))
    let differences = comparison.differences
    guard differences.isEmpty else { return .failure(ReceiptDifferences(differences)) }
    return .success(
      VerifiedReceipt(comparison, isProjectOpen: isProjectOpen, isLocationOpen: isLocationOpen))
  }
}
