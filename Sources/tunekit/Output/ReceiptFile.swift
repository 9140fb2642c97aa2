import ByteStreams
import Documents
import JSONLines
import SystemPackage
import TuningJobs

/// Where the receipt of a job goes. It takes the place of nothing but an earlier receipt of the same job.
struct ReceiptFile {
  /// The path as the user wrote it.
  private let path: String
  /// Where the file lies: a symbolic link stays, and leads to the receipt.
  private let target: String
  private let jobPath: String

  /// Names the file of a receipt, which is not touched yet.
  init(_ path: String, ofJobAt jobPath: String) throws(Trouble) {
    guard jobPath != ByteStream.standardInputPath, FileState(path: jobPath)?.isRegularFile != false else {
      throw Trouble(
        "--receipt needs a job file that can be read again, not standard input, a pipe or a directory")
    }
    guard path != ByteStream.standardInputPath else {
      throw Trouble(
        "--receipt takes the name of a file to write, since a receipt counts its paths from there")
    }
    self.path = path
    self.jobPath = jobPath
    target = try Self.behindLinks(path)
  }

  /// The path of a receipt behind the symbolic links that lead to it: its paths count from there.
  static func behindLinks(_ path: String) throws(Trouble) -> String {
    guard let target = RealPath.behindLinks(path) else {
      throw Trouble("\(path) is a symbolic link that leads in a circle: name another file for the receipt")
    }
    return target
  }

  /// Sees to it that nothing but an earlier receipt of the same job lies there.
  func checkWhatIsThere() throws(Trouble) {
    guard let state = FileState(path: target) else { return }
    guard state.isRegularFile else {
      throw Trouble("\(path) is there already and is no file: name another one for the receipt")
    }
    let bytes = try SmallFile.read(
      target, as: "receipt", atMost: UnverifiedReceipt.maximumFileBytes, regularFilesOnly: true)
    let earlier: UnverifiedReceipt
    do throws(DocumentFault) {
      earlier = try UnverifiedReceipt(parsing: bytes)
    } catch {
      throw Trouble("\(path) is there already and is no receipt: name another file for it")
    }
    let earlierJobPath = earlier.jobPath(ofReceiptAt: target)
    guard let earlierJob = RealPath.of(earlierJobPath), earlierJob == RealPath.of(jobPath) else {
      throw Trouble(
        "\(path) is the receipt of another job, \(earlierJobPath): name another file, or remove it")
    }
  }

  /// Writes the receipt of a plan; where the plan has none, an earlier one is removed, since it is outdated.
  ///
  /// - Returns: what became of the receipt, in words.
  func update(with plan: JobPlan) throws(Trouble) -> String {
    try checkWhatIsThere()
    guard let receipt = plan.receipt else { return try removeEarlier() }
    var json = JSONWriter()
    receipt.relative(toFolderOf: target).write(to: &json)
    try AtomicFile.write(json.finish(), to: target, replacing: true)
    return "written to \(path)"
  }

  private func removeEarlier() throws(Trouble) -> String {
    let reason = "none, since something is wrong"
    do throws(Errno) {
      try SystemCalls.remove(target)
      return reason + "; the earlier one is outdated and was removed"
    } catch {
      if error == .noSuchFileOrDirectory { return reason }
      throw Trouble(
        "\(path) is outdated, but cannot be removed (\(error)): remove it, it is not valid any more")
    }
  }
}
