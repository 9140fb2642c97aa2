import Diagnostics
import JSONLines

/// TK405: turns after the last model turn.
enum LastTurnNotModel: FixableRule {
  static let description = RuleDescription(
    "TK405", "last-turn-not-model", severity: .warning, since: "0.1.0",
    message: "no model turn follows this turn, so nothing is learned from here on (remaining turns: {0})",
    summary: "The last turn is a model turn.",
    rationale: """
      The model learns its answer to the turns before it. Turns after the last answer lead to no answer: \
      they cost tokens and teach nothing. Every documented example for supervised tuning ends with a model \
      turn, with a text or a function call.
      """,
    remedy: "add the model's answer at the end, or remove the turns after the last model turn",
    fix: RuleFix(unsafely: "removes the turns after the last model turn"),
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
        "a function response that is not used",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time","args":{}}}]},\#
        ↓{"parts":[{"functionResponse":{"name":"get_time","response":{"output":"12:30"}}}]},\#
        {"role":"user","parts":[{"text":"Well?"}]}],"tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
    ])

  static func edits(for item: LineFindings.Item, in line: LineBytes, atMost most: Int) -> [Edit] {
    let comma = line.beforeSpace(to: item.offset) - 1
    guard let end = line.endOfElements(from: item.offset) else { return [] }
    return [Edit(range: comma..<end, replacement: [], isSafe: false)]
  }

  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    var last = context.example.turns.count
    while last > 0, let speaker = context.example.turns[last - 1].speaker, speaker != .model { last -= 1 }
    // Another rule reports an example without any model turn.
    guard last > 0, last < context.example.turns.count, context.example.turns[last - 1].speaker == .model
    else {
      return
    }
    findings.report(
      LastTurnNotModel.self, at: context.example.turns[last].offset,
      .number(context.example.turns.count - last))
  }
}
