import Diagnostics

/// TK402: a turn without a role, or an example without any.
enum MissingRole: Rule {
  static let description = RuleDescription(
    "TK402", "missing-role", severity: .warning,
    also: .error, when: "no turn of the example has a role, so that none is an answer", since: "0.1.0",
    message: "{0} a role, so the service reads {1}",
    summary: "Every turn has a role.",
    rationale: """
      A turn without a role is read as a user turn. That is right for a single question. In a conversation, \
      it may be an answer whose role was forgotten, and such an answer is not learned. If no turn has a \
      role, the example has no answer at all. A turn of function responses needs no role; Google's samples \
      leave it out.
      """,
    remedy: "add {2}",
    remedyInGeneral: "add the role 'user' or 'model' to each turn",
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
      .rejects(
        "no role at all: one finding for the example",
        #"""
        {"contents":↓[{"parts":[{"text":"Hi"}]},{"parts":[{"text":"Hello!"}]},\#
        {"role":null,"parts":[{"text":"Bye"}]},{"role":"","parts":[{"text":"Goodbye!"}]}]}
        """#, as: .error),
      .rejects(
        "no role, and a function that needs none",
        #"""
        {"contents":↓[{"parts":[{"text":"What time is it?"}]},\#
        {"parts":[{"functionCall":{"name":"get_time","args":{}}}]},\#
        {"parts":[{"functionResponse":{"name":"get_time","response":{"output":"12:30"}}}]},\#
        {"parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#, as: .error),
    ])

  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    guard context.example.has(.absent) else { return }
    if context.example.lacksAllRoles, let contents = context.example.contentsOffset {
      return findings.report(
        MissingRole.self, at: contents, as: .error, .literal("no turn has"),
        .literal("all of them as user turns and finds no answer to learn"),
        .literal("the role 'user' to each turn of the user and 'model' to each answer"))
    }
    for index in 0..<context.example.turns.count {
      let turn = context.example.turns[index]
      guard turn.role == .absent, context.example.needsRole(turn) else { continue }
      findings.report(
        MissingRole.self, at: turn.offset, .literal("the turn lacks"), .literal("it as a user turn"),
        .literal("the role 'user' or 'model' to the turn"))
    }
  }
}
