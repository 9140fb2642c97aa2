import ByteStreams
import Diagnostics
import JSONLines
import Settings
import TuningJobs

/// The file of the baseline of a run.
struct BaselineFile {
  /// The path as it is shown.
  private let path: String
  /// Whether it is written with the findings of this run.
  private let isWritten: Bool
  /// The findings that were known before this run; nil if there is no file yet.
  private let known: Baseline?

  /// The path of the baseline that the options mean, whether it exists or not.
  static func path(_ options: BaselineOptions, besideSettingsIn folder: String?) -> String {
    let usual = folder.map { SettingsFinder.shown("\($0 == "/" ? "" : $0)/\(Baseline.fileName)") }
    return options.baseline ?? usual ?? Baseline.fileName
  }

  /// Finds and reads the baseline of a run; nil without one.
  ///
  /// - Parameter folder: the folder of the settings file, from the root of the file system; nil without one.
  /// - Throws: ``Trouble`` if the options contradict each other, or the file is not a baseline.
  init?(_ options: BaselineOptions, besideSettingsIn folder: String?) throws(Trouble) {
    if options.noBaseline {
      if options.baseline != nil || options.writeBaseline {
        throw Trouble(
          "--no-baseline cannot be used with \(options.baseline == nil ? "--write-baseline" : "--baseline")")
      }
      return nil
    }
    guard options.baseline != ByteStream.standardInputPath else {
      throw Trouble("--baseline needs a file, not standard input or output")
    }
    path = Self.path(options, besideSettingsIn: folder)
    isWritten = options.writeBaseline
    if options.baseline == nil, FileState(path: path) == nil {
      guard isWritten else { return nil }
    }
    if isWritten {
      // Another file is not replaced by mistake.
      let exists = FileState(path: path) != nil
      known =
        exists
        ? try Self.read(path, advice: "give another file with --baseline, or remove this one") : nil
    } else {
      known = try Self.read(
        path, advice: "write it again with --write-baseline --baseline FILE, or use none with --no-baseline")
    }
  }

  private static func read(_ path: String, advice: String) throws(Trouble) -> Baseline {
    let bytes = try SmallFile.read(
      path, as: "baseline", atMost: Baseline.maximumFileBytes, regularFilesOnly: true)
    do throws(SettingsFault) {
      return try Baseline(parsing: bytes)
    } catch {
      throw Trouble("\(path) is not a tunekit baseline (\(error.message)): \(advice)")
    }
  }

  /// The reports without the findings that are known, and what the baseline was used for. Writes the baseline if that was
  /// asked for.
  ///
  /// - Parameters:
  ///   - files: reports that keep all findings.
  ///   - most: the most findings that are kept of a rule; 0 for all.
  ///   - old: reports with other findings, which are not shown either way.
  ///   - runs: whether a rule runs.
  /// - Throws: ``Trouble`` if the baseline cannot be written, or a file could not be read.
  func apply(
    to files: [FileReport], besides old: [FileReport], keeping most: Int, where runs: (RuleCode) -> Bool
  ) throws(Trouble) -> (files: [FileReport], use: BaselineUse) {
    let baseline: Baseline
    if let known, !isWritten { baseline = known } else { baseline = try write(files, where: runs) }
    var filter = BaselineFilter(baseline, .all)
    for report in old { filter.pass(report) }
    let new = files.map { filter.apply(to: $0, keeping: most) }
    return (
      new,
      BaselineUse(
        path: path, isWritten: isWritten, entries: baseline.count, suppressed: filter.suppressed,
        stale: filter.stale(where: runs))
    )
  }

  /// Writes the findings of the rules that run, and keeps what is known of the other rules.
  private func write(
    _ files: [FileReport], where runs: (RuleCode) -> Bool
  ) throws(Trouble) -> Baseline {
    if let unread = files.first(where: { $0.failure != nil }) {
      throw Trouble("the baseline is not written, because \(unread.path) could not be checked")
    }
    do throws(SettingsFault) {
      var collector = BaselineCollector(.all)
      for file in files { try collector.add(file) }
      if let known { collector.add(known) { !runs($0) } }
      let baseline = try collector.baseline()
      var json = JSONWriter()
      baseline.write(to: &json)
      try write(json.finish())
      return baseline
    } catch {
      throw Trouble(error.message)
    }
  }

  private func write(_ bytes: [UInt8]) throws(SettingsFault) {
    guard let target = RealPath.behindLinks(path) else {
      throw SettingsFault("\(path) is a symbolic link that leads back to itself: choose another file")
    }
    do throws(Trouble) {
      try ReplacementFile.write(to: target) { $0.write(data: bytes) }
    } catch {
      throw SettingsFault(error.message)
    }
  }
}
