public import Documents
import ByteStreams
import Diagnostics
import ModelCatalog
public import TuningDatasets

/// A receipt as a file states it: whoever can write the file can change it. Nothing of it is believed until its job has been
/// checked again, by ``verify(at:with:progress:)``.
public struct UnverifiedReceipt: Sendable {
  /// The longest receipt in bytes. A longer one is refused.
  public static let maximumFileBytes = 1 << 20

  /// What the file says; its paths count from the file's folder.
  let receipt: JobReceipt

  /// Reads a receipt's file.
  ///
  /// - Throws: the first thing in it that no run could have written.
  /// - Complexity: linear in the file.
  public init(parsing bytes: [UInt8]) throws(DocumentFault) {
    receipt = try ReceiptReader(bytes).receipt
  }

  /// The path of the job file that the receipt names.
  ///
  /// - Parameter path: the path of the receipt's own file, which is no symbolic link.
  public func jobPath(ofReceiptAt path: String) -> String {
    RelativePath.joined(receipt.jobPath, to: RelativePath.folder(of: path))
  }

  /// Checks the job and its datasets again, as of the receipt's day, and compares what comes of it with the receipt.
  ///
  /// What the job file leaves open, such as the project, is taken from the receipt. Only regular files are read.
  ///
  /// - Parameters:
  ///   - path: the path of the receipt's own file, which is no symbolic link: the other paths count from its folder.
  ///   - planning: how the job was checked: the catalogue, the project and the location in place of the job file's, the
  ///     model's description, the rules, and the version of this program as that of a receipt.
  ///   - progress: called while a dataset is read; what it throws ends the work.
  /// - Returns: the receipt, if nothing refutes it; else what does.
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
      return .failure(ReceiptDifferences([.of(jobPath, "is damaged, or longer than any job file")]))
    }

    var planning = planning
    planning.validation.today = receipt.checkedAsOf
    planning.receiptVersion = planning.receiptVersion ?? ""
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
