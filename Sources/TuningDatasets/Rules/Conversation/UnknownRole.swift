import Diagnostics
import JSONLines

/// TK401: a turn whose role is neither `user` nor `model`.
enum UnknownRole: FixableRule {
  static let description = RuleDescription(
    "TK401", "unknown-role", severity: .error,
    also: .warning, when: "the role is 'function' or 'tool' on a turn of function responses only",
    since: "0.1.0",
    message: "role '{0}' is neither 'user' nor 'model', so the service cannot tell who speaks",
    summary: "Every turn in `contents` has the role `user` or `model`.",
    rationale: """
      Gemini has two roles, written in lower case. `assistant`, `human` and `tool` come from the formats of \
      other vendors. A turn that answers a function call needs no role. Older versions of the API used the \
      role `function` for it; it is not documented whether tuning still accepts that.
      """,
    remedy: "{1}",
    remedyInGeneral: """
      change the role to 'model' if the model speaks, or to 'user' if not; remove it if the turn has \
      function responses
      """,
    fix: RuleFix(
      safely: "removes the role 'function' or 'tool' of a turn of function responses",
      unsafely: "changes 'assistant', 'human' and the like, and capitals, to 'model' or 'user'"),
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "the two roles of Gemini",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .accepts(
        "any role on the system instruction, where it is ignored",
        #"""
        {"systemInstruction":{"role":"developer","parts":[{"text":"Be brief."}]},\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "the role that other vendors use",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]},{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":↓"assistant","parts":[{"text":"Bye!"}]}]}
        """#),
      .rejects(
        "the only model turn under another name",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":↓"assistant","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a capital letter",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":↓"Model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "slips of the pen, and a role that means an instruction",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":↓"modle","parts":[{"text":"Hello!"}]},\#
        {"role":↓"USER","parts":[{"text":"Bye"}]},{"role":↓"narrator","parts":[{"text":"She waves."}]}]}
        {"contents":[{"role":↓"developer","parts":[{"text":"Be brief."}]},\#
        {"role":↓"human","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a function's response in a role of its own",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time","args":{}}}]},\#
        {"role":↓"function","parts":[{"functionResponse":{"name":"get_time","response":{"output":"12:30"}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#, as: .warning),
      .rejects(
        "a role for tools on a turn of text",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":↓"tool","parts":[{"text":"12:30"}]},{"role":"model","parts":[{"text":"Half past twelve."}]}]}
        """#),
    ])

  static func edits(for item: LineFindings.Item, in line: LineBytes, atMost most: Int) -> [Edit] {
    let role = item.offset..<item.offset + item.length
    if case .literal = item.arguments.1 {
      return [Edit(range: line.member(withValue: role), replacement: [], isSafe: item.severity == .warning)]
    }
    let token = StringToken(start: role.lowerBound + 1, end: role.upperBound - 1, traits: .hasEscape)
    let name = FindingArgument.beginning(of: token, in: line).lowercased()
    let known = ["model", "user"].contains(name) ? name : otherNames[name]
    guard let known, known != instruction else { return [] }
    return [Edit(range: role, replacement: Array("\"\(known)\"".utf8), isSafe: false)]
  }

  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    guard context.example.has(.unknown) || context.example.has(.function) else { return }
    for index in 0..<context.example.turns.count {
      let turn = context.example.turns[index]
      guard turn.role == .unknown || turn.role == .function else { continue }
      let hasOnlyResponses = context.example.holdsOnlyFunctionResponses(turn)
      findings.report(
        UnknownRole.self, at: turn.roleToken.start - 1, length: turn.roleToken.count + 2,
        as: turn.role == .function && hasOnlyResponses ? .warning : .error, .string(turn.roleToken),
        hasOnlyResponses
          ? .literal("remove the role: a turn of function responses needs none") : .knownRole(turn.roleToken))
    }
  }

  /// What others call the roles of Gemini, and the instruction; words that can mean nothing else.
  private static let otherNames = [
    "assistant": "model", "ai": "model", "bot": "model", "gpt": "model", "chatgpt": "model",
    "chatbot": "model", "gemini": "model", "human": "user", "prompter": "user", "customer": "user",
    "system": instruction, "developer": instruction,
  ]
  private static let instruction = "systemInstruction"

  /// What to write in place of a role.
  static func remedy(for role: String) -> String {
    switch otherNames[role.lowercased()] {
    case instruction?: return "move the parts of this turn to 'systemInstruction' and remove the turn"
    case let known?: return "change the role to '\(known)'"
    case nil: break
    }
    if let near = NearestName.of(role, among: ["model", "user"]) {
      return "did you mean '\(near)'? change the role to '\(near)'"
    }
    return "change the role to 'model' if the model speaks, or to 'user' if not"
  }
}
