import Diagnostics
import JSONLines

/// TK406: a conversation that the user does not begin.
enum FirstTurnNotUser: Rule {
  static let description = RuleDescription(
    "TK406", "first-turn-not-user", severity: .warning, since: "0.1.0",
    message: "the conversation begins with {0}, though every documented example begins with the user",
    summary: "The first turn is the user's.",
    rationale: """
      Every documented example begins with the user, and so do the conversations that the tuned model will be asked \
      to continue. A model that speaks first learns to answer nothing; a function response that comes first answers \
      no call. Often the turn before it was cut off.
      """,
    remedy: "put the user's turn first; what should always be said belongs in 'systemInstruction'",
    source: Source("models/tuning/text", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "an instruction is no turn",
        #"""
        {"systemInstruction":{"parts":[{"text":"Begin with a greeting."}]},\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a greeting of the model's",
        #"""
        {"contents":[↓{"role":"model","parts":[{"text":"Hello! How can I help?"}]},\#
        {"role":"user","parts":[{"text":"The capital of Peru?"}]},{"role":"model","parts":[{"text":"Lima"}]}]}
        """#),
      .rejects(
        "a function's response, the call cut off",
        #"""
        {"contents":[↓{"parts":[{"functionResponse":{"name":"get_time","response":{"output":"12:30"}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
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
