import Diagnostics
import JSONLines

/// TK106: a raw U+2028 or U+2029.
enum LineSeparatorInText: Rule {
  static let description = RuleDescription(
    "TK106", "line-separator-in-text", severity: .info, isOffByDefault: true, since: "0.1.0",
    message: "the text contains {0} unescaped, and some line readers split the line there",
    summary: "U+2028 and U+2029 are written as escapes.",
    rationale: """
      JSON allows the line separator and the paragraph separator inside a string, and reading by line feeds \
      is not affected. Readers that split at all line endings of Unicode, such as Python's str.splitlines, \
      cut the line there and get two halves that are not JSON.
      """,
    remedy: #"replace {0} with the escape {1}, or with \n if a line break is meant"#,
    source: Source("Python str.splitlines", asOf: "2026-11-23", confidence: .documented),
    examples: [
      .accepts(
        "the character as an escape",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"One line\u2028and another"}]},\#
        {"role":"model","parts":[{"text":"Two\nlines."}]}]}
        """#),
      .rejects(
        "each of the two characters as it is",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"One line↓\#u{2028}and another"}]},\#
        {"role":"model","parts":[{"text":"Two lines."}]}]}
        {"contents":[{"role":"user","parts":[{"text":"A paragraph↓\#u{2029}and another"}]},\#
        {"role":"model","parts":[{"text":"Two paragraphs."}]}]}
        """#),
    ])

  /// Looks for the separators anywhere in a line: outside of strings they are not JSON.
  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    for offset in 0..<context.line.count
    where context.line[offset] == 0xE2 && context.line[offset + 1] == 0x80 {
      guard context.line[offset + 2] == 0xA8 || context.line[offset + 2] == 0xA9 else { continue }
      findings.report(
        LineSeparatorInText.self, at: offset, length: 3,
        context.line[offset + 2] == 0xA8 ? .literal("U+2028") : .literal("U+2029"),
        context.line[offset + 2] == 0xA8 ? .literal(#"\u2028"#) : .literal(#"\u2029"#))
    }
  }
}
