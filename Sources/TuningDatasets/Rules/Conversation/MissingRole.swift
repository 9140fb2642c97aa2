import Diagnostics

/// TK402: a turn without a role.
enum MissingRole: Rule {
  static let description = RuleDescription(
    "TK402", "missing-role", severity: .warning, since: "0.1.0",
    message: "the turn has no role, so the service reads it as a user turn",
    summary: "Every turn has a role.",
    rationale: """
      A turn without a role is read as a user turn. That is right for a single question. In a conversation, \
      it may be an answer whose role was forgotten, and such an answer is not learned. A turn of function \
      responses needs no role; Google's samples leave it out.
      """,
    remedy: "add the role 'user' or 'model' to the turn",
    source: Source("reference/rest/Shared.Types/Content", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "a function's response",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time","args":{}}}]},\#
        {"parts":[{"functionResponse":{"name":"get_time","response":{"output":"12:30"}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
      .rejects(
        "a question",
        #"""
        {"contents":[↓{"parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a question in the middle of a conversation",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]},\#
        ↓{"parts":[{"text":"Bye"}]},{"role":"model","parts":[{"text":"Goodbye!"}]}]}
        """#),
    ])

  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    guard context.example.has(.absent) else { return }
    for index in 0..<context.example.turns.count {
      let turn = context.example.turns[index]
      // Whether a turn needs a role depends on its parts.
      guard turn.role == .absent, !context.example.isSpoilt(turn),
        !context.example.holdsOnlyFunctionResponses(turn)
      else {
        continue
      }
      findings.report(MissingRole.self, at: turn.offset)
    }
  }
}
