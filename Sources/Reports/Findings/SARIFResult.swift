import Diagnostics
import JSONLines

/// A finding in a SARIF log.
struct SARIFResult {
  private let finding: Finding
  private let path: String
  private let rule: RuleDescription
  private let ruleIndex: Int?
  private let lineHash: String

  /// The most other places of a result; GitHub shows no more.
  private static let mostPlaces = 100

  /// - Parameter lineHash: what tells the finding from others in equal lines.
  init(_ finding: Finding, in path: String, _ rule: RuleDescription, ruleIndex: Int?, lineHash: String) {
    (self.finding, self.path, self.rule) = (finding, path, rule)
    (self.ruleIndex, self.lineHash) = (ruleIndex, lineHash)
  }

  /// Writes the `result`.
  func write(to json: inout JSONWriter) {
    json.object { json in
      let (place, region) = (SARIFPlace(path), FindingRegion(finding))
      json.member("ruleId", rule.code.description)
      if let ruleIndex { json.member("ruleIndex", ruleIndex) }
      json.member("level", SARIFRule.level(of: finding.severity))
      let message = rule.message(with: finding.arguments)
      let remedy = rule.remedy(with: finding.arguments)
      json.object("message") { $0.member("text", Self.plain("\(message). To fix it: \(remedy).")) }
      json.array("locations") { json in
        json.object { json in
          place.write(finding.location, region, to: &json)
          writePointer(to: &json)
        }
      }
      if !finding.related.isEmpty { writeRelated(to: &json) }
      if !finding.edits.isEmpty, place.hasByteOffsets {
        json.array("fixes") { SARIFFix(finding, rule, in: place, region).write(to: &$0) }
      }
      json.object("partialFingerprints") { json in
        json.member("primaryLocationLineHash", lineHash)
        json.member("tunekit/v1", finding.fingerprint.description)
      }
    }
  }

  private func writePointer(to json: inout JSONWriter) {
    guard let pointer = finding.location?.pointer, !pointer.isEmpty else { return }
    json.array("logicalLocations") { json in
      json.object { $0.member("fullyQualifiedName", pointer) }
    }
  }

  private func writeRelated(to json: inout JSONWriter) {
    json.array("relatedLocations") { json in
      for (index, place) in finding.related.prefix(Self.mostPlaces).enumerated() {
        json.object { json in
          json.member("id", index)
          SARIFPlace(place.path ?? path).write(place.location, to: &json)
          json.object("message") { $0.member("text", Self.plain(place.message)) }
        }
      }
    }
  }

  /// Text in which nothing is a link: in a message, `[text](1)` is one (section 3.11.6).
  static func plain(_ text: String) -> String {
    guard text.contains("](") else { return text }
    return text.split(separator: "[", omittingEmptySubsequences: false).joined(separator: #"\["#)
  }
}
