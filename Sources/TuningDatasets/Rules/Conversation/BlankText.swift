import Diagnostics
import JSONLines

/// TK409: a text that is only white space.
enum BlankText: Rule {
  static let description = RuleDescription(
    "TK409", "blank-text", severity: .warning, since: "0.1.0",
    message: "the text is only white space, so the part has no content",
    summary: "No text is only white space.",
    rationale: """
      A blank text is usually a value that was missing in the source data and was joined with separators. \
      As an answer it teaches the model to reply with nothing visible.
      """,
    remedy: "write the missing text, or remove the part or the whole example",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "white space around a text",
        #"""
        {"contents":[{"role":"user","parts":[{"text":" Hi\n"}]},{"role":"model","parts":[{"text":"\tHello!"}]}]}
        """#),
      .rejects(
        "spaces",
        #"""
        {"contents":[{"role":"user","parts":[{"text":↓"  "}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "line feeds",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":↓"\n\n"}]}]}
        """#),
    ])

  @inline(__always)
  static func check(_ text: StringToken, _ context: borrowing ExampleContext, _ findings: inout LineFindings)
  {
    // Nearly every text begins with a character that clearly is not white space.
    let first = context.line[text.start]
    if first > 0x20, first < 0x7F, first != UInt8(ascii: "\\") { return }
    // Beyond ASCII, white space begins with C2, E1, E2 or, U+3000 alone, E3 80 80.
    if first > 0xE3 || (first > 0xC2 && first < 0xE1) { return }
    if first == 0xE3, context.line[text.start + 1] != 0x80 || context.line[text.start + 2] != 0x80 { return }
    checkAll(text, context.line, &findings)
  }

  @inline(never)
  private static func checkAll(_ text: StringToken, _ line: LineBytes, _ findings: inout LineFindings) {
    for (scalar, _) in line.scalars(of: text) {
      // Of ASCII, the blank and what is from the tab to the carriage return; the library knows the others.
      if scalar == " " || ("\t"..."\r").contains(scalar) { continue }
      guard !scalar.isASCII, scalar.properties.isWhitespace else { return }
    }
    if text.count > 0 { findings.report(BlankText.self, at: text.start - 1, length: text.count + 2) }
  }
}
