import Diagnostics
import JSONLines

/// TK412: a text that contains a control token of the model.
enum ControlTokenInText: Rule {
  static let description = RuleDescription(
    "TK412", "control-token-in-text", severity: .warning, since: "0.1.0",
    message: "the text contains '{0}', a control token of the model, which may cut or garble the turn",
    summary: "No text contains the tokens that mark turns in the model's own template.",
    rationale: """
      Such tokens are left over from the chat template of an open model. The service adds its own tokens \
      between the turns. It is not documented whether it reads a token inside a text as plain text. If it \
      does, the model learns to write the token; if it does not, the turn ends too early.
      """,
    remedy: "remove '{0}', and write each turn of the template as a turn in 'contents'",
    source: Source("google.genai.local_tokenizer, Gemma vocabulary", asOf: "2026-11-22", confidence: .guess),
    examples: [
      .accepts(
        "other words in angle brackets, and a token where a function is described",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Is <b>this</b> the <end of turn>?"}]},\#
        {"role":"model","parts":[{"text":"Yes, it is."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"clean","description":"Removes <end_of_turn> from a text."}]}]}
        """#),
      .rejects(
        "the end of a template",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!↓<end_of_turn>"}]}]}
        """#),
      .rejects(
        "the beginning of a template",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"↓<start_of_turn>user\nHi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "angle brackets written as escapes",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!↓\u003cend_of_turn\u003e"}]}]}
        """#),
    ])

  /// Looks for the tokens in a part whose strings may contain `<`.
  static func check(
    _ part: TrainingExample.Part, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    let hasLongEscape = part.traits.contains(.hasLongEscape)
    var start = part.start
    while let match = context.controlTokens.first(
      in: start..<part.end, of: context.line, hasLongEscape: hasLongEscape)
    {
      findings.report(ControlTokenInText.self, at: match.range.lowerBound, length: match.range.count) {
        ($0.keep(match.token), .none, .none)
      }
      start = match.range.upperBound
    }
  }
}
