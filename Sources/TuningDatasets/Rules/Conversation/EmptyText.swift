import Diagnostics
import JSONLines

/// TK408: an empty text.
enum EmptyText: Rule {
  static let description = RuleDescription(
    "TK408", "empty-text", severity: .warning, since: "0.1.0",
    message: "the text is empty, so the part has no content",
    summary: "No text is empty.",
    rationale: """
      An empty text is usually a value that was missing in the source data. As a question it gives the \
      model nothing to answer; as an answer it teaches the model to say nothing. It is not documented how \
      the service treats it.
      """,
    remedy: "write the missing text, or remove the part or the whole example",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "a short text",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"?"}]},{"role":"model","parts":[{"text":"!"}]}]}
        """#),
      .rejects(
        "an empty question",
        #"""
        {"contents":[{"role":"user","parts":[{"text":↓""}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "an empty answer among others",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]},\#
        {"role":"user","parts":[{"text":"Bye"}]},{"role":"model","parts":[{"text":↓""}]}]}
        """#),
      .rejects(
        "an empty text before a function call",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"text":↓""},{"functionCall":{"name":"get_time","args":{}}}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
      .rejects(
        "an empty instruction",
        #"""
        {"systemInstruction":{"parts":[{"text":↓""}]},\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
    ])

  static func check(_ text: StringToken, _ context: borrowing ExampleContext, _ findings: inout LineFindings)
  {
    if text.count == 0 { findings.report(EmptyText.self, at: text.start - 1, length: 2) }
  }
}
