import Diagnostics
import JSONLines

/// TK407: the same speaker in two turns in a row.
enum RolesNotAlternating: Rule {
  static let description = RuleDescription(
    "TK407", "roles-not-alternating", severity: .warning, since: "0.1.0",
    message: "the {0} speaks twice in a row, though the turns alternate in every documented example",
    summary: "The user and the model take turns.",
    rationale: """
      In every documented example the turns alternate; no page says what becomes of two turns of one speaker. The \
      first of two model turns would be learnt as an answer after which the model goes on by itself. A function \
      response counts as the user's side, and the user may go on after it.
      """,
    remedy: "join the two turns into one, or put back the turn that is missing between them",
    source: Source("models/tuning/text", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "a function's response, then the user",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time","args":{}}}]},\#
        {"parts":[{"functionResponse":{"name":"get_time","response":{"output":"12:30"}}}]},\#
        {"role":"user","parts":[{"text":"In words, please."}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
      .rejects(
        "two turns of the user",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        ↓{"role":"user","parts":[{"text":"The capital of Peru?"}]},{"role":"model","parts":[{"text":"Lima"}]}]}
        """#),
      .rejects(
        "two turns of the model",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"The capital of Peru?"}]},\#
        {"role":"model","parts":[{"text":"Lima"}]},↓{"role":"model","parts":[{"text":"Anything else?"}]}]}
        """#),
    ])

  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    var last: TrainingExample.Speaker?
    for index in 0..<context.example.turns.count {
      let turn = context.example.turns[index]
      var speaker = turn.speaker
      // A turn without its role may be anybody's: that it has none is reported.
      if turn.role == .absent, speaker == .user { speaker = nil }
      if let speaker, speaker == last, speaker != .functionResponse {
        findings.report(
          RolesNotAlternating.self, at: turn.offset,
          speaker == .model ? .literal("model") : .literal("user"))
      }
      last = speaker
    }
  }
}
