import Diagnostics
import JSONLines

/// TK407: the same speaker in two turns in a row.
enum RolesNotAlternating: Rule {
  static let description = RuleDescription(
    "TK407", "roles-not-alternating", severity: .warning, since: "0.1.0",
    message: "this {0} turn follows another {0} turn, but turns alternate in every documented example",
    summary: "User turns and model turns alternate.",
    rationale: """
      The turns alternate in every documented example; no page says how the service treats two turns of one \
      speaker. The first of two model turns would be learned as an answer after which the model continues \
      by itself. A function response counts as the user's side, and a user turn may follow it.
      """,
    remedy: "merge the two turns into one, or add the missing turn between them",
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
      // A turn without a role may be either speaker's; MissingRole reports it.
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
