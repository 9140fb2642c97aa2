import Diagnostics
import JSONLines

/// The fix of a finding in a SARIF log. A change is one of text where its columns are known, as the format prefers it (section 3.57.1),
/// and otherwise one of bytes.
struct SARIFFix {
  private let finding: Finding
  private let rule: RuleDescription
  private let place: SARIFPlace
  private let region: FindingRegion?

  /// - Parameter place: the file, which must not be compressed.
  init(_ finding: Finding, _ rule: RuleDescription, in place: SARIFPlace, _ region: FindingRegion?) {
    (self.finding, self.rule, self.place, self.region) = (finding, rule, place, region)
  }

  /// Writes the `fix`.
  func write(to json: inout JSONWriter) {
    json.object { json in
      let isSafe = finding.edits.allSatisfy(\.isSafe)
      let remedy = rule.remedy(with: finding.arguments)
      let text = isSafe ? remedy : "\(remedy) (this can change the meaning of the data)"
      json.object("description") { $0.member("text", SARIFResult.plain(text)) }
      json.array("artifactChanges") { json in
        json.object { json in
          place.writeArtifact(to: &json)
          json.array("replacements") { json in
            for edit in finding.edits { json.object { write(edit, in: &$0) } }
          }
        }
      }
    }
  }

  private func write(_ edit: Edit, in json: inout JSONWriter) {
    let columns = region?.columns(of: edit.range)
    json.object("deletedRegion") { json in
      if let columns, let region {
        json.member("startLine", region.line)
        json.member("startColumn", columns.lowerBound)
        json.member("endColumn", columns.upperBound)
      }
      json.member("byteOffset", edit.range.lowerBound)
      json.member("byteLength", edit.range.count)
    }
    guard !edit.replacement.isEmpty else { return }
    json.object("insertedContent") { json in
      if columns != nil { json.member("text", String(decoding: edit.replacement, as: UTF8.self)) }
      json.member("binary", Self.base64(edit.replacement))
    }
  }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Bytes in base64 (RFC 4648): four digits for three of them.
  private static func base64(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for index in 0..<4 {
        let digit = digits[Int(bits >> UInt32(18 - 6 * index) & 63)]
        text.append(index <= group.count ? digit : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
