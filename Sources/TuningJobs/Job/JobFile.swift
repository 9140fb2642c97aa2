import Diagnostics
import Documents
import JSONLines
import TuningDatasets

/// A job file that was read; its job is not checked yet.
struct JobFile: Sendable {
  /// The path, for the report.
  let path: String
  /// The file as it is.
  let bytes: [UInt8]
  /// The file without its comments, of the same length.
  let text: [UInt8]
  /// The job and the value that it was read from; nil if the file is not a job.
  let content: (job: TuningJob, root: DocumentValue)?
  /// What was found while the file was read.
  let findings: JobFindings

  /// Reads the bytes of a job file.
  init(_ bytes: [UInt8], path: String) {
    let text = DocumentComments.blanked(bytes)
    var findings = JobFindings()
    var content: (job: TuningJob, root: DocumentValue)?
    do throws(JSONFault) {
      let root = try DocumentValue(parsing: text)
      if !NotATuningJob.reportIfNoJob(root, &findings) {
        let decoder = JobDecoder(root, of: text)
        findings = decoder.findings
        content = (decoder.job, root)
      }
    } catch {
      Self.report(error, in: text, &findings)
    }
    self.path = path
    self.bytes = bytes
    self.text = text
    self.content = content
    self.findings = findings
  }

  /// The job; nil if the file is not a job.
  var job: TuningJob? { content?.job }

  /// The names that were not read because they are misspelled, doubled, or of another type.
  var unreadFields: [String] {
    let rules: [any Rule.Type] = [UnknownJobField.self, JobFieldSpelledTwice.self, WrongJobFieldType.self]
    let codes = Set(rules.map { $0.description.code })
    return findings.items.filter { codes.contains($0.code) }.flatMap { finding in
      finding.arguments[0].split(separator: UnknownJobField.separator).map(String.init)
    }
  }

  /// Reports the fault of a file that is not JSON.
  private static func report(_ fault: JSONFault, in text: [UInt8], _ findings: inout JobFindings) {
    if fault.kind == .severalValues { return NotATuningJob.reportSeveralValues(in: text, &findings) }
    LineBytes.withDocument(text) { line in
      var (code, severity, arguments) = SyntaxFinding.describe(fault, in: line)
      // Comments are gone by now, but for one that does not end, and one that begins as in a shell.
      if fault.kind == .dialect(.comment) {
        let isOpen = line[fault.offset] == UInt8(ascii: "/")
        code = SyntaxFinding.invalidJSON
        arguments =
          isOpen
          ? ["'*/' at the end of this comment", "the end of the file", "\(SyntaxFinding.remedy)"]
          : ["'//' or '/*' before a comment", "'#'", "\(SyntaxFinding.remedy)"]
      }
      findings.report(code, severity, at: fault.offset..<fault.offset + fault.length, arguments)
    }
  }
}
