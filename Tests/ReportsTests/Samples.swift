import Diagnostics
import Reports

/// A run, a file, a finding: everything that a test does not care about has a value.
enum Samples {
  static let path = "data/train.jsonl"

  static func run(_ files: [FileReport], model: String? = nil, elapsedSeconds: Double = 0.02) -> RunReport {
    RunReport(
      toolVersion: "0.1.0", catalogDate: "2026-11-22", model: model, files: files,
      elapsedSeconds: elapsedSeconds)
  }

  static func file(
    _ path: String = path, role: FileRole = .training, examples: Int = 1240, turns: Int = 5120,
    bytes: Int = 3_400_000, examplesNotExamined: Int = 0, findings: [Finding] = [],
    counts: [FileReport.Count]? = nil, failure: String? = nil
  ) -> FileReport {
    FileReport(
      path: path, role: role, examples: examples, turns: turns, bytes: bytes,
      examplesNotExamined: examplesNotExamined, findings: findings,
      counts: counts ?? self.counts(of: findings),
      failure: failure)
  }

  static func count(
    _ code: RuleCode, _ findings: Int, _ severity: Severity = .error, isHidden: Bool = false
  ) -> FileReport.Count {
    FileReport.Count(code: code, severity: severity, findings: findings, isHidden: isHidden)
  }

  /// A finding at the `↓` in a line; the fault ends at the next `↑`, or is a byte long.
  static func finding(
    _ code: RuleCode = "TK401", _ severity: Severity = .error, arguments: [String] = ["assistant"],
    line: Int = 12, pointer: String = "/contents/1/role", in marked: String, isCutBefore: Bool = false,
    isCutAfter: Bool = false
  ) -> Finding {
    let (excerpt, length, column) = excerpt(marked, isCutBefore: isCutBefore, isCutAfter: isCutAfter)
    let offset = excerpt.faultOffset
    return Finding(
      code: code, severity: severity, arguments: arguments,
      location: Location(
        line: line, column: column, byteOffsetInLine: offset, byteOffset: 1000 + offset, pointer: pointer),
      length: length, excerpt: excerpt)
  }

  static func findingOnFile(
    _ code: RuleCode = "TK701", _ severity: Severity = .warning, arguments: [String] = ["12 examples"]
  ) -> Finding {
    Finding(code: code, severity: severity, arguments: arguments)
  }

  /// The bytes of a text without its marks, and the length in bytes and the column of the fault.
  static func excerpt(
    _ marked: String, isCutBefore: Bool = false, isCutAfter: Bool = false
  ) -> (excerpt: Finding.Excerpt, length: Int, column: Int) {
    var bytes: [UInt8] = []
    var start = 0
    var end: Int?
    var column = 1
    for (index, scalar) in marked.unicodeScalars.enumerated() {
      switch scalar {
      case "↓":
        start = bytes.count
        column = index + 1
      case "↑": end = bytes.count
      default: bytes += scalar.utf8
      }
    }
    let excerpt = Finding.Excerpt(
      bytes: bytes, faultOffset: start, isCutBefore: isCutBefore,
      isCutAfter: isCutAfter)
    return (excerpt, end.map { $0 - start } ?? 1, column)
  }

  private static func counts(of findings: [Finding]) -> [FileReport.Count] {
    Set(findings.map(\.code)).sorted().map { code in
      let these = findings.filter { $0.code == code }
      return count(code, these.count, these.map(\.severity).max() ?? .info)
    }
  }

  /// What a report writes.
  static func text(
    _ report: RunReport, width: Int? = nil, isColored: Bool = false, shownInfoRules: Set<RuleCode> = []
  ) -> String {
    var text = ""
    TextReport(
      rules: SampleRules.book, width: width, isColored: isColored,
      listing: .errorsAndWarnings(withRemarksOf: shownInfoRules)
    ).write(report, to: &text)
    return text
  }
}
