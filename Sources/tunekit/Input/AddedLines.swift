import ByteStreams
import Diagnostics

/// The lines of the files of a run that were added since a revision.
struct AddedLines {
  private let revision: String
  private let files: [GitLines]

  /// Asks git about each file.
  init(since revision: String, in paths: [String]) throws(Trouble) {
    self.revision = revision
    var files: [GitLines] = []
    for path in paths {
      // A folder that cannot be read, which is told.
      if DatasetFolder.isFolder(path) {
        files.append(.all)
        continue
      }
      // What cannot be opened is told when it is checked.
      if FileState(path: path) == nil { throw Trouble("\(path) does not exist: check the path") }
      if Self.isCompressed(path) {
        throw Trouble(
          "--since does not work for gzip data, because git compares lines, which \(path) has only when it is decompressed"
        )
      }
      files.append(try GitLines(of: path, since: revision))
    }
    self.files = files
  }

  /// Whether a file that can be read again is gzip data, whatever its name.
  private static func isCompressed(_ path: String) -> Bool {
    guard let stream = try? ByteStream(path: path, regularFilesOnly: true) else { return false }
    return stream.isCompressed
  }

  /// The reports on the lines that were added, and those on the other lines. What keeps a file from being examined is about
  /// all of its lines.
  ///
  /// - Parameter reports: reports that keep all findings.
  func split(
    _ reports: [FileReport], keeping most: Int
  ) -> (new: [FileReport], old: [FileReport], use: SinceUse) {
    var (new, old, leftOut): ([FileReport], [FileReport], Int) = ([], [], 0)
    for (report, lines) in zip(reports, files) {
      let (added, count) = report.filtered(keeping: most) { lines.concerns($0) ? 0 : $0.occurrences }
      new.append(added)
      leftOut += count
      old.append(report.filtered(keeping: 0) { lines.concerns($0) ? $0.occurrences : 0 }.report)
    }
    return (new, old, SinceUse(revision: revision, leftOut: leftOut))
  }
}

extension GitLines {
  /// Whether a finding is about a line that was added.
  fileprivate func concerns(_ finding: Finding) -> Bool {
    // An error about a whole file keeps its lines from being examined, whatever was added.
    if finding.severity == .error, finding.isAboutFile { return true }
    guard let location = finding.location else { return false }
    // Of several lines, only the first is known.
    return contains(location.line) || finding.occurrences > 1 && !isEmpty
  }
}
