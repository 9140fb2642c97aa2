import Diagnostics
import Reports
import SystemPackage

/// The summary of a job's step in GitHub Actions: a file to which Markdown is appended, named by the environment.
enum StepSummary {
  /// Appends a table of the findings, if there is such a file.
  static func append(_ report: RunReport, _ choices: ReportChoices) throws(Trouble) {
    guard let path = SystemCalls.environment("GITHUB_STEP_SUMMARY"), !path.isEmpty else { return }
    do throws(Errno) {
      let file = try SystemCalls.open(path, .writeOnly, [.create, .append])
      defer { try? file.close() }
      var output = OutputStream(to: file)
      MarkdownReport(choices).write(report, to: &output)
      try output.end()
    } catch {
      throw Trouble(
        "GITHUB_STEP_SUMMARY names \(path), which cannot be written (\(error)): correct it or unset it")
    }
  }
}
