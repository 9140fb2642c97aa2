import Diagnostics
import JSONLines

/// TK405: turns after the last one of the model.
enum LastTurnNotModel: Rule {
  static let description = RuleDescription(
    "TK405", "last-turn-not-model", severity: .warning, since: "0.1.0",
    message: "no turn of the model follows from here on (turns left: {0}), so nothing is learnt from them",
    summary: "The last turn is the model's.",
    rationale: """
      What is learnt is the model's answer to what stands before it. Turns after the last answer lead to none: they \
      cost tokens and teach nothing. Every documented example for supervised tuning ends with the model, by a text \
      or by a function call.
      """,
    remedy: "add the model's answer at the end, or remove the turns after its last one",
    source: Source("models/tuning/text", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "a function call at the end",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time","args":{}}}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
      .rejects(
        "thanks at the end",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"The capital of Peru?"}]},\#
        {"role":"model","parts":[{"text":"Lima"}]},↓{"role":"user","parts":[{"text":"Thanks!"}]}]}
        """#),
      .rejects(
        "a function's response that nothing is made of",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time","args":{}}}]},\#
        ↓{"parts":[{"functionResponse":{"name":"get_time","response":{"output":"12:30"}}}]},\#
        {"role":"user","parts":[{"text":"Well?"}]}],"tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
    ])

  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    var last = context.example.turns.count
    while last > 0, let speaker = context.example.turns[last - 1].speaker, speaker != .model { last -= 1 }
    // Without any turn of the model there is nothing to learn at all, which is another rule's matter.
    guard last > 0, last < context.example.turns.count, context.example.turns[last - 1].speaker == .model
    else {
      return
    }
    findings.report(
      LastTurnNotModel.self, at: context.example.turns[last].offset,
      .number(context.example.turns.count - last))
  }
}
