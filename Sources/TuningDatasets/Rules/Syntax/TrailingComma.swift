import Diagnostics
import JSONLines

/// TK211: a comma after the last element.
enum TrailingComma: FixableRule {
  static let description = RuleDescription(
    "TK211", "trailing-comma", severity: .error, since: "0.1.0",
    message: "no value follows the comma before {0}, which JSON does not allow",
    summary: "Commas separate elements; no comma follows the last one.",
    rationale: """
      JavaScript and Python allow a comma after the last element. JSON does not, and Google's parser \
      refuses it. Splitting an array into lines leaves a comma after each object.
      """,
    remedy: "remove the comma",
    fix: RuleFix(safely: "removes the comma, and others like it in the line"),
    source: Source("RFC 8259 section 2", asOf: "2026-11-23", confidence: .documented),
    examples: [
      .accepts(
        "commas inside strings",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Count,]"}]},\#
        {"role":"model","parts":[{"text":"one, two, three,"}]}]}
        """#),
      .rejects(
        "after the last turn",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}↓,]}
        """#),
      .rejects(
        "after the last key, with a space before the brace",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"↓, }]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "after each object, where an array was cut into lines",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}↓,
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}
        """#),
    ])

  static func edits(for item: LineFindings.Item, in line: LineBytes, atMost most: Int) -> [Edit] {
    var edits: [Edit] = []
    var offset = item.offset
    while offset < line.count, edits.count < most {
      switch line[offset] {
      case UInt8(ascii: ","):
        let next = line.afterSpace(from: offset + 1)
        if next == line.count || line[next] == UInt8(ascii: "]") || line[next] == UInt8(ascii: "}") {
          edits.append(Edit(range: offset..<offset + 1, replacement: [], isSafe: true))
        }
      case UInt8(ascii: "\""): offset = line.endOfString(from: offset + 1)
      default: break
      }
      offset += 1
    }
    return edits
  }
}
