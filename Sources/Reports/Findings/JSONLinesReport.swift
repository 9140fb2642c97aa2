public import Diagnostics
import JSONLines

/// Writes a JSON object for each finding, each on a line of its own: the members that a finding has in the JSON report, and the path
/// and the role of its file before them. A file that could not be checked to its end has a line that says why. Nothing without either.
public struct JSONLinesReport: Reporter {
  private let rules: RuleBook
  private let listing = FindingListing.everything

  /// Prepares a report.
  public init(_ choices: ReportChoices) { rules = choices.rules }

  /// Writes the findings of all files that were kept, one by one.
  public func write(_ report: RunReport, to output: inout some VisibleOutput) {
    var findings = FindingJSON(rules, .oneLine)
    var text = VisibleBuffer()
    for file in report.files {
      let beginning = beginning(of: file)
      listing.forEachRecord(of: file) { finding in
        text.add { bytes in
          bytes.append(contentsOf: beginning)
          findings.write(finding, to: &bytes)
          if !finding.edits.isEmpty {
            bytes += #", "fix": "#.utf8
            var json = JSONWriter()
            json.object(layout: .oneLine) { FindingJSON.write(membersOf: finding.listedEdits, in: &$0) }
            bytes += json.finish().dropLast()
          }
          if !finding.related.isEmpty || !finding.edits.isEmpty {
            bytes += #", "related": "#.utf8
            var json = JSONWriter()
            FindingJSON.write(finding.related, in: &json)
            bytes += json.finish().dropLast()
          }
          bytes.append(UInt8(ascii: "}"))
          bytes.append(0x0A)
        }
        text.flushPiece(to: &output)
      }
      if let failure = file.failure {
        text.add { bytes in
          bytes += beginning
          bytes += #""failure": ""#.utf8
          JSONWriter.append(escaped: failure, to: &bytes)
          bytes += "\"}\n".utf8
        }
      }
    }
    text.flush(to: &output)
  }

  /// What begins the line of each finding of a file.
  private func beginning(of file: FileReport) -> [UInt8] {
    var bytes = Array(#"{"path": ""#.utf8)
    JSONWriter.append(escaped: file.path, to: &bytes)
    bytes += #"", "role": "\#(file.role.rawValue)", "#.utf8
    return bytes
  }
}
