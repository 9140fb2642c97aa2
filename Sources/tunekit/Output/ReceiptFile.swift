import ByteStreams
import Diagnostics
import Documents
import JSONLines
import SystemPackage
import TuningJobs

/// The file for the receipt of a job. It replaces only an earlier receipt of the same job.
struct ReceiptFile {
  /// The path as the user wrote it.
  private let path: String
  /// The path of the file itself: if `path` is a symbolic link, the link stays and leads to the receipt.
  private let target: String
  private let jobPath: String

  /// Sets the file of a receipt, without touching it.
  init(_ path: String, ofJobAt jobPath: String) throws(Trouble) {
    guard jobPath != ByteStream.standardInputPath, FileState(path: jobPath)?.isRegularFile != false else {
      throw Trouble(
        "--receipt needs a job file that can be read again, not standard input, a pipe or a directory")
    }
    guard path != ByteStream.standardInputPath else {
      throw Trouble(
        "--receipt needs a file, not standard output: the paths in a receipt are relative to its folder")
    }
    self.path = path
    self.jobPath = jobPath
    target = try Self.behindLinks(path)
  }

  /// The path of a receipt without symbolic links. The paths in the receipt are relative to its folder.
  static func behindLinks(_ path: String) throws(Trouble) -> String {
    guard let target = RealPath.behindLinks(path) else {
      throw Trouble(
        "\(path) is a symbolic link that leads back to itself: choose another file for the receipt")
    }
    return target
  }

  /// Checks that the file does not exist or is an earlier receipt of the same job.
  ///
  /// - Returns: the earlier receipt, if there is one.
  @discardableResult
  func checkWhatIsThere() throws(Trouble) -> UnverifiedReceipt? {
    guard let state = FileState(path: target) else { return nil }
    guard state.isRegularFile else {
      throw Trouble("\(path) exists and is not a regular file: choose another file for the receipt")
    }
    let bytes = try SmallFile.read(
      target, as: "receipt", atMost: UnverifiedReceipt.maximumFileBytes, regularFilesOnly: true)
    let earlier: UnverifiedReceipt
    do throws(DocumentFault) {
      earlier = try UnverifiedReceipt(parsing: bytes)
    } catch {
      throw Trouble("\(path) exists and is not a receipt: choose another file for the receipt")
    }
    let earlierJobPath = earlier.jobPath(ofReceiptAt: target)
    guard let earlierJob = RealPath.of(earlierJobPath), earlierJob == RealPath.of(jobPath) else {
      throw Trouble(
        "\(path) is the receipt of another job, \(earlierJobPath): choose another file, or remove it")
    }
    return earlier
  }

  /// Writes the receipt of a plan. If the plan has errors because the job or its datasets have changed, an earlier receipt is
  /// outdated and is removed. It stays if something could not be read, or if all bytes are those of the receipt: then the
  /// errors are due to the options or to what is known about models.
  ///
  /// - Returns: a description of what happened to the receipt.
  func update(with plan: JobPlan) throws(Trouble) -> String {
    let earlier = try checkWhatIsThere()
    guard let receipt = plan.receipt else {
      if let unread = plan.reports.first(where: { $0.failure != nil }) {
        return "not written, because \(unread.path) could not be checked"
      }
      if earlier?.isOfSameBytes(as: plan) == true {
        return
          "not written, because there are errors; the earlier receipt stays, because the job and its datasets "
          + "have not changed since"
      }
      return try removeEarlier()
    }
    var json = JSONWriter()
    receipt.relative(toFolderOf: target).write(to: &json)
    let bytes = json.finish()
    try ReplacementFile.write(to: target) { $0.write(data: bytes) }
    return "written to \(path)"
  }

  private func removeEarlier() throws(Trouble) -> String {
    let reason = "not written, because there are errors"
    do throws(Errno) {
      try SystemCalls.remove(target)
      return reason + "; the earlier receipt was outdated and has been removed"
    } catch {
      if error == .noSuchFileOrDirectory { return reason }
      throw Trouble(
        "\(path) is outdated and cannot be removed (\(error)): remove it, because it is no longer valid")
    }
  }
}
