import Diagnostics

/// What is compared of a finding in a file with planted faults.
struct PlacedFinding: Hashable, Comparable, CustomStringConvertible {
  let code: RuleCode
  let severity: Severity
  /// The line from 1, and the column; 0 for a finding about the whole file.
  var line: Int
  let column: Int
  /// What the finding is the only one of, if its rule has one for a whole file.
  let group: String

  /// Rules that report the first place in a file, and how many of their arguments say what it is the first of.
  private static let oncePerFile: [RuleCode: Int] = [
    "TK104": 0, "TK306": 0, "TK311": 1, "TK312": 1, "TK515": 1, "TK611": 0,
  ]

  init(_ finding: Finding) {
    let code = finding.code
    self.code = code
    severity = finding.severity
    line = finding.location?.line ?? 0
    column = finding.location?.column ?? 0
    group = Self.oncePerFile[code].map { "\(code) \(finding.arguments.prefix($0).joined())" } ?? ""
  }

  init(_ code: RuleCode, _ severity: Severity, line: Int, column: Int) {
    (self.code, self.severity, self.line, self.column, group) = (code, severity, line, column, "")
  }

  var description: String { "\(code) \(severity) at \(line):\(column)" }

  static func < (left: PlacedFinding, right: PlacedFinding) -> Bool {
    (left.line, left.column, left.code) < (right.line, right.column, right.code)
  }

  /// Findings in a file, of which those that are once for a file are the first ones.
  static func inFile(_ findings: [PlacedFinding]) -> [PlacedFinding] {
    var groups: Set<String> = []
    return findings.sorted().filter { $0.group.isEmpty || groups.insert($0.group).inserted }
  }
}
