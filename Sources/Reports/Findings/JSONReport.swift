public import Diagnostics
import JSONLines

/// Shows a run to a program: one JSON object, described in <doc:JSONOutput>.
public struct JSONReport: Reporter {
  /// The version of the object; it grows when a member changes its meaning or goes, not when one is added.
  public static let schemaVersion = 1

  /// The bytes that are handed over at a time.
  private static let pieceBytes = 1 << 15

  private let rules: RuleBook
  private let listing = FindingListing.everything
  private let tokenizer: String?

  /// Prepares a report on findings of these rules.
  ///
  /// - Parameter tokenizer: the file with which tokens were counted; nil if they were not.
  public init(rules: RuleBook, tokenizer: String? = nil) {
    self.rules = rules
    self.tokenizer = tokenizer
  }

  /// Writes the object, finding by finding.
  public func write(_ report: RunReport, to output: inout some VisibleOutput) {
    write(report, to: &output) { _ in }
  }

  /// Writes the object, and in it the members that `others` writes.
  func write(
    _ report: RunReport, to output: inout some VisibleOutput, with others: (inout JSONWriter) -> Void
  ) {
    var json = JSONWriter()
    json.object { json in
      json.member("schemaVersion", Self.schemaVersion)
      json.object("tool") { json in
        json.member("name", "tunekit")
        json.member("version", report.toolVersion)
      }
      json.object("catalog") { json in
        json.member("asOf", report.catalogDate)
        json.member("model", report.model)
      }
      json.member("tokenizer", tokenizer)
      json.array("settings") { json in for path in report.settings.files { json.string(path) } }
      json.array("files") { json in
        for file in report.files { write(file, in: &json, to: &output) }
      }
      if let since = report.since {
        json.object("since") { json in
          json.member("revision", since.revision)
          json.member("leftOut", since.leftOut)
        }
      } else {
        json.member("since", String?.none)
      }
      write(report.baseline, to: &json)
      others(&json)
      json.member("elapsedSeconds", microseconds(report.elapsedSeconds))
    }
    output.write(VisibleText(json))
  }

  private func write(_ baseline: BaselineUse?, to json: inout JSONWriter) {
    guard let baseline else { return json.member("baseline", String?.none) }
    json.object("baseline") { json in
      json.member("path", baseline.path)
      json.member("written", baseline.isWritten)
      json.member("entries", baseline.entries)
      json.member("suppressed", baseline.suppressed)
      json.member("stale", baseline.stale)
    }
  }

  private func write(_ file: FileReport, in json: inout JSONWriter, to output: inout some VisibleOutput) {
    json.object { json in
      json.member("path", file.path)
      json.member("role", file.role.rawValue)
      json.member("examples", file.examples)
      json.member("turns", file.turns)
      json.member("bytes", file.bytes)
      json.member("examplesNotExamined", file.examplesNotExamined)
      json.member("failure", file.failure)
      json.array("findings") { json in
        var findings = FindingJSON(rules, .lines(indent: json.indent + 2))
        listing.forEachRecord(of: file) { finding in
          write(finding, &findings, in: &json)
          if json.count >= Self.pieceBytes { output.write(VisibleBytes(takenFrom: &json)) }
        }
      }
      json.object("counts") { json in
        for count in file.counts.sorted(by: { $0.code < $1.code }) {
          json.member(count.code.description, count.findings)
        }
      }
      json.member("truncated", file.isTruncated)
      json.member("inBaseline", file.inBaseline)
      json.object("fixed") { json in
        for (code, findings) in file.fixed.sorted(by: { $0.key < $1.key }) {
          json.member(code.description, findings)
        }
      }
    }
  }

  private func write(_ finding: FindingRecord, _ findings: inout FindingJSON, in json: inout JSONWriter) {
    json.object { json in
      json.members { findings.write(finding, to: &$0) }
      if !finding.edits.isEmpty {
        json.object("fix") { FindingJSON.write(membersOf: finding.listedEdits, in: &$0) }
      }
      if finding.related.isEmpty, finding.edits.isEmpty { return }
      json.array("related") { json in
        for place in finding.related { FindingJSON.write(place, in: &json) }
      }
    }
  }

  /// A clock's finer digits are noise.
  private func microseconds(_ seconds: Double) -> Double { Double(Quantity.whole(seconds * 1e6)) / 1e6 }
}
