import Diagnostics
import JSONLines

/// TK106: a raw U+2028, U+2029 or U+0085.
enum LineSeparatorInText: Rule {
  static let description = RuleDescription(
    "TK106", "line-separator-in-text", severity: .info, isOffByDefault: true, since: "0.1.0",
    message: "the text contains {0} unescaped, and some line readers split the line there",
    summary: "U+2028, U+2029 and U+0085 are written as escapes.",
    rationale: """
      JSON allows the line separator, the paragraph separator and the next-line control inside a string, and \
      reading by line feeds is not affected. Readers that split at all line endings of Unicode, such as Python's str.splitlines, \
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
        "each of the three characters as it is",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"One line↓\#u{2028}and another"}]},\#
        {"role":"model","parts":[{"text":"Two lines."}]}]}
        {"contents":[{"role":"user","parts":[{"text":"A paragraph↓\#u{2029}and another"}]},\#
        {"role":"model","parts":[{"text":"Two paragraphs."}]}]}
        {"contents":[{"role":"user","parts":[{"text":"From a mainframe↓\#u{85}and another"}]},\#
        {"role":"model","parts":[{"text":"Two lines."}]}]}
        """#),
      .accepts(
        "characters that share bytes with them",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Å \#u{2026} à \#u{2018}a\#u{2019}"}]},\#
        {"role":"model","parts":[{"text":"No line breaks."}]}]}
        """#),
    ])

  /// Looks for the separators anywhere in a line: outside of strings they are not JSON.
  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    let line = context.line
    for offset in 0..<line.count {
      switch (line[offset], line[offset + 1], line[offset + 2]) {
      case (0xE2, 0x80, 0xA8):
        findings.report(
          LineSeparatorInText.self, at: offset, length: 3, .literal("U+2028"), .literal(#"\u2028"#))
      case (0xE2, 0x80, 0xA9):
        findings.report(
          LineSeparatorInText.self, at: offset, length: 3, .literal("U+2029"), .literal(#"\u2029"#))
      case (0xC2, 0x85, _):
        findings.report(
          LineSeparatorInText.self, at: offset, length: 2, .literal("U+0085"), .literal(#"\u0085"#))
      default: break
      }
    }
  }
}
