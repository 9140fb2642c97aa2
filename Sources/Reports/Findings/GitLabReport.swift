public import Diagnostics
import JSONLines

/// Writes a Code Quality report, which GitLab shows in merge requests.
///
/// GitLab tells findings by their fingerprints and shows only the first of those that have the same, so they are also
/// made of the path, and of how many with the same content went before.
public struct GitLabReport: Reporter {
  private let rules: RuleBook
  private let listing = FindingListing.everything

  /// The bytes that are handed over at a time.
  private static let pieceBytes = 1 << 15

  /// Prepares a report.
  public init(_ choices: ReportChoices) { rules = choices.rules }

  /// Writes an array with an object for each finding, one for those of each rule and file that were only counted, and one for each
  /// file that could not be checked to its end.
  public func write(_ report: RunReport, to output: inout some VisibleOutput) {
    var json = JSONWriter()
    var fingerprints = DistinctFingerprints()
    json.array { json in
      for file in report.files {
        let path = ReportPath(file.path).path
        for finding in listing.findings(of: file) {
          let rule = rules[finding.code]
          write(
            rule, finding.severity,
            "\(rule.message(with: finding.arguments)); \(rule.remedy(with: finding.arguments))",
            fingerprints.next(finding.fingerprint, in: path), finding.location?.line, in: path, to: &json)
          if json.count >= Self.pieceBytes { output.write(VisibleBytes(takenFrom: &json)) }
        }
        for rest in listing.rest(of: file) {
          let severity = file.counts.first { $0.code == rest.code }?.severity ?? .info
          let more = Quantity.count(rest.findings, "more finding")
          let all = Quantity.count(rest.findingsInAll)
          write(
            rules[rest.code], severity,
            "\(more) of \(rest.code), not listed (\(all) in all)",
            fingerprints.next(Fingerprint(rest.code, pointer: "…"), in: path), nil, in: path, to: &json)
        }
        if let failure = file.failure {
          let fingerprint = fingerprints.next(Fingerprint("TK001", pointer: "not checked"), in: path)
          write(failure, "not-checked", fingerprint, "blocker", line: 1, in: path, to: &json)
        }
      }
    }
    output.write(VisibleText(json))
  }

  private func write(
    _ rule: RuleDescription, _ severity: Severity, _ description: String, _ fingerprint: String,
    _ line: Int?, in path: String, to json: inout JSONWriter
  ) {
    write(
      description, "\(rule.code) \(rule.name)", fingerprint, Self.name(of: severity), line: line ?? 1,
      in: path, to: &json)
  }

  private func write(
    _ description: String, _ check: String, _ fingerprint: String, _ severity: String, line: Int,
    in path: String, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("description", description)
      json.member("check_name", check)
      json.member("fingerprint", fingerprint)
      json.member("severity", severity)
      json.object("location") { json in
        json.member("path", path)
        json.object("lines") { $0.member("begin", line) }
      }
    }
  }

  private static func name(of severity: Severity) -> String {
    switch severity {
    case .info: "info"
    case .warning: "minor"
    case .error: "critical"
    }
  }
}
