import Diagnostics
import JSONLines

/// TK406: a conversation that does not begin with the user.
enum FirstTurnNotUser: Rule {
  static let description = RuleDescription(
    "TK406", "first-turn-not-user", severity: .warning, since: "0.1.0",
    message: "the conversation begins with {0}, but every documented example begins with the user",
    summary: "The first turn is a user turn.",
    rationale: """
      Every documented example begins with the user, and so do the conversations that the tuned model will \
      continue. A model that speaks first learns to answer nothing; a function response that comes first \
      answers no call. Often the turn before it was cut off.
      """,
    remedy: "add the missing user turn before this turn, or remove this turn",
    source: Source("models/tuning/text", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "an instruction is not a turn",
        #"""
        {"systemInstruction":{"parts":[{"text":"Begin with a greeting."}]},\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a greeting by the model",
        #"""
        {"contents":[↓{"role":"model","parts":[{"text":"Hello! How can I help?"}]},\#
        {"role":"user","parts":[{"text":"The capital of Peru?"}]},{"role":"model","parts":[{"text":"Lima"}]}]}
        """#),
      .rejects(
        "a function response whose call is missing",
        #"""
        {"contents":[↓{"parts":[{"functionResponse":{"name":"get_time","response":{"output":"12:30"}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#, alongside: ["TK603"]),
    ])

  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    guard context.example.turns.count > 0, let speaker = context.example.turns[0].speaker, speaker != .user
    else {
      return
    }
    findings.report(
      FirstTurnNotUser.self, at: context.example.turns[0].offset,
      speaker == .model ? .literal("the model") : .literal("a function response"))
  }
}
