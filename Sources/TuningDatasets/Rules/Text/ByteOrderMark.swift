import Diagnostics
import JSONLines

/// TK102: a byte order mark before a line.
enum ByteOrderMark: FixableRule {
  static let description = RuleDescription(
    "TK102", "byte-order-mark", severity: .error, since: "0.1.0",
    message: "the line begins with a byte order mark (EF BB BF), which JSON does not allow",
    summary: "No line begins with a byte order mark.",
    rationale: """
      Editors and spreadsheets that save "UTF-8 with BOM" write three invisible bytes before the first \
      character. JSON does not allow them, and Google's parser refuses the line. Joining such files leaves \
      marks in the middle. Inside a string, U+FEFF is ordinary text.
      """,
    remedy: "remove the three bytes, or save the file as UTF-8 without a byte order mark",
    fix: RuleFix(safely: "removes the three bytes"),
    source: Source("google.protobuf.json_format", asOf: "2026-11-23", confidence: .observed),
    examples: [
      .accepts(
        "the character inside a string",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi\#u{FEFF}"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a file saved as UTF-8 with BOM",
        #"""
        ↓\#u{FEFF}{"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "where two files were joined",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        ↓\#u{FEFF}{"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}
        """#),
    ])

  static func edits(for item: LineFindings.Item, in line: LineBytes, atMost most: Int) -> [Edit] {
    [Edit(range: item.offset..<item.offset + item.length, replacement: [], isSafe: true)]
  }
}
