import ByteStreams
import Diagnostics
import Reports
import SystemPackage

/// A file that a report is written to, as `--output` names it: `sarif=findings.sarif`.
struct ReportFile {
  let form: ReportForm
  /// The path as the user wrote it.
  let path: String
  /// The path of the file itself: if `path` is a symbolic link, the link stays and leads to the report.
  private let target: String

  /// Reads what the option was given, without touching the file.
  init(_ text: String) throws(Trouble) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let forms = ReportForm.allCases.map(\.rawValue).joined(separator: ", ")
    guard parts.count == 2 else {
      throw Trouble("--output takes a format and a path, such as json=findings.json, not '\(text)'")
    }
    guard let form = ReportForm(rawValue: parts[0]) else {
      throw Trouble("--output has no format '\(parts[0])': it has \(forms)")
    }
    let path = parts[1]
    if path.isEmpty { throw Trouble("--output \(text) has no path: give the name of a file") }
    if path == ByteStream.standardInputPath {
      throw Trouble("--output writes files: for standard output, give --format \(form.rawValue)")
    }
    try WrittenFile.checkName(path)
    (self.form, self.path) = (form, path)
    guard let target = RealPath.behindLinks(path) else {
      throw Trouble("\(path) is a symbolic link that leads back to itself: choose another file")
    }
    self.target = target
    try checkWhatIsThere()
  }

  /// Checks that a report can be written where the path leads.
  private func checkWhatIsThere() throws(Trouble) {
    if path.hasSuffix("/") || RealPath.of(target + "/") != nil {
      throw Trouble("\(path) is a folder: give the name of a file in it")
    }
    guard RealPath.of(WrittenFile.folder(of: target)) != nil else {
      throw Trouble("\(path) cannot be written, because its folder does not exist: create it first")
    }
    let isRegularFile = FileState(path: isDevice ? path : target)?.isRegularFile
    if isDevice, isRegularFile == true {
      throw Trouble("\(path) is a file that is open already: give its own path, or --format")
    }
    guard isDevice || isRegularFile != false else {
      throw Trouble("\(path) exists and is not a regular file: choose another file")
    }
  }

  /// The file as one of those that a run writes.
  var written: WrittenFile { WrittenFile("--output \(form.rawValue)=\(path)", target) }

  /// Whether it is something like `/dev/null` or `/dev/stdout`, which is written to and not replaced.
  private var isDevice: Bool {
    // /proc has the files that processes have open, which may be pipes without a path.
    path.hasPrefix("/dev/") || path.hasPrefix("/proc/") || target.hasPrefix("/proc/")
  }

  /// Writes a run.
  func write(_ report: RunReport, _ choices: ReportChoices) throws(Trouble) {
    let reporter = form.reporter(choices)
    guard isDevice else { return try ReplacementFile.write(to: target) { reporter.write(report, to: &$0) } }
    do throws(Errno) {
      let device = try SystemCalls.open(path, .writeOnly)
      defer { try? device.close() }
      var output = OutputStream(to: device)
      reporter.write(report, to: &output)
      try output.end()
    } catch {
      // A reader that has closed a pipe is not an error.
      if error == .brokenPipe { return }
      throw Trouble("\(path) cannot be written (\(error)): choose another file, or make it writable")
    }
  }
}
