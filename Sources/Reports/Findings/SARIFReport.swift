public import Diagnostics
import JSONLines

/// Writes a log in the Static Analysis Results Interchange Format (SARIF 2.1.0), which GitHub and editors show.
///
/// It has the rules that found something, and at most as many results as GitHub accepts, the worst first. What is left
/// out is said in notifications.
public struct SARIFReport: Reporter {
  private let rules: RuleBook
  private let listing = FindingListing.everything

  /// The most results of a run that GitHub accepts.
  static let mostResults = 25_000
  /// The most notifications about findings that are left out.
  private static let mostNotifications = 100
  /// The bytes that are handed over at a time.
  private static let pieceBytes = 1 << 15

  /// Prepares a report.
  public init(_ choices: ReportChoices) { rules = choices.rules }

  /// Writes the log, result by result.
  public func write(_ report: RunReport, to output: inout some VisibleOutput) {
    let found = rulesWithFindings(in: report)
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.array("runs") { json in
        json.object { json in
          writeTool(report, found, in: &json)
          json.array("invocations") { writeInvocation(report, in: &$0) }
          json.object("automationDetails") { $0.member("id", "tunekit/validate/") }
          json.member("columnKind", "unicodeCodePoints")
          json.object("originalUriBaseIds") { json in
            json.object(SARIFPlace.baseID) { json in
              json.object("description") { $0.member("text", "The folder in which tunekit ran.") }
            }
          }
          json.array("results") { writeResults(of: report, found, in: &$0, to: &output) }
        }
      }
    }
    output.write(VisibleText(json))
  }

  /// The rules with findings that are listed, by code.
  private func rulesWithFindings(in report: RunReport) -> [RuleDescription] {
    let codes = Set(report.files.flatMap { $0.counts.filter { !$0.isHidden }.map(\.code) })
    return codes.sorted().map { rules[$0] }
  }

  private func writeTool(_ report: RunReport, _ found: [RuleDescription], in json: inout JSONWriter) {
    json.object("tool") { json in
      json.object("driver") { json in
        json.member("name", "tunekit")
        json.member("semanticVersion", report.toolVersion)
        json.array("rules") { json in
          for rule in found { SARIFRule(rule).write(to: &json) }
        }
      }
    }
  }

  // MARK: Results

  private func writeResults(
    of report: RunReport, _ found: [RuleDescription], in json: inout JSONWriter,
    to output: inout some VisibleOutput
  ) {
    let indices = Dictionary(uniqueKeysWithValues: zip(found.map(\.code), found.indices))
    var fingerprints = DistinctFingerprints()
    var room = Self.mostResults
    // In the order of the files, unless some have to be left out.
    let passes: [Severity?] = kept(in: report) <= room ? [nil] : [.error, .warning, .info]
    for severity in passes {
      for file in report.files {
        for finding in listing.findings(of: file) where severity.map({ $0 == finding.severity }) ?? true {
          guard room > 0 else { return }
          room -= 1
          let result = SARIFResult(
            finding, in: file.path, rules[finding.code], ruleIndex: indices[finding.code],
            lineHash: fingerprints.next(finding.fingerprint))
          result.write(to: &json)
          if json.count >= Self.pieceBytes { output.write(VisibleBytes(takenFrom: &json)) }
        }
      }
    }
  }

  private func kept(in report: RunReport) -> Int { report.files.reduce(0) { $0 + $1.kept.count } }

  // MARK: The invocation

  private func writeInvocation(_ report: RunReport, in json: inout JSONWriter) {
    json.object { json in
      json.member("executionSuccessful", report.files.allSatisfy { $0.failure == nil })
      json.array("toolExecutionNotifications") { json in
        for failure in report.files.compactMap(\.failure) { write(failure, "error", in: &json) }
        for sentence in RunSummary(report)?.notExamined ?? [] { write(sentence, "warning", in: &json) }
        for sentence in leftOut(of: report) { write(sentence, "note", in: &json) }
      }
    }
  }

  private func write(_ text: String, _ level: String, in json: inout JSONWriter) {
    json.object { json in
      json.member("level", level)
      json.object("message") { $0.member("text", SARIFResult.plain(text)) }
    }
  }

  /// What the results lack, in sentences.
  private func leftOut(of report: RunReport) -> [String] {
    var sentences: [String] = []
    let kept = kept(in: report)
    if kept > Self.mostResults {
      let shown = Quantity.count(Self.mostResults)
      sentences.append(
        "\(Quantity.count(kept)) findings were kept; the results are \(shown) of them, the worst first, "
          + "because GitHub accepts no more")
    }
    let rest = report.files.flatMap { file in
      listing.rest(of: file).map { rest in
        let more = Quantity.count(rest.findings, "more finding")
        let all = Quantity.count(rest.findingsInAll)
        return
          "\(more) of \(rest.code) in \(file.path), counted and not kept (\(all) in all)"
      }
    }
    sentences += rest.prefix(Self.mostNotifications)
    if rest.count > Self.mostNotifications {
      let more = Quantity.count(rest.count - Self.mostNotifications)
      sentences.append("\(more) more rules and files have findings that were counted and not kept")
    }
    return sentences
  }
}
