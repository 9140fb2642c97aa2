import Diagnostics
import JSONLines

/// TK403: a system instruction that is written as a turn.
enum SystemRoleInContents: FixableRule {
  static let description = RuleDescription(
    "TK403", "system-role-in-contents", severity: .error, since: "0.1.0",
    message: "role 'system' is not allowed in 'contents', where the only roles are 'user' and 'model'",
    summary: "The system instruction is in `systemInstruction`, not in a turn.",
    rationale: """
      Other vendors put the system instruction first among the messages, with the role `system`. Gemini has \
      the field `systemInstruction` for it, next to `contents`. In `contents`, that role is not allowed.
      """,
    remedy: "move the parts of this turn to 'systemInstruction' and remove the turn",
    fix: RuleFix(unsafely: "moves the parts of a first turn to 'systemInstruction', if the example has none"),
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "the role in the system instruction, where it is ignored",
        #"""
        {"systemInstruction":{"role":"system","parts":[{"text":"Be brief."}]},\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "the instruction as the first turn",
        #"""
        {"contents":[{"role":↓"system","parts":[{"text":"Be brief."}]},\#
        {"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "another instruction in the middle",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]},\#
        {"role":↓"system","parts":[{"text":"The user is leaving."}]},\#
        {"role":"user","parts":[{"text":"Bye"}]},{"role":"model","parts":[{"text":"Goodbye!"}]}]}
        """#),
    ])

  static func edits(for item: LineFindings.Item, in line: LineBytes, atMost most: Int) -> [Edit] {
    guard let turn = LeadingTurn(of: line), turn.role == item.offset else { return [] }
    // As the line is written: with a space after colons or without.
    let colon = line.afterSpace(from: turn.contents + "\"contents\"".utf8.count)
    let space = line[colon + 1] == 0x20 ? " " : ""
    let field = Array("\"systemInstruction\":\(space){\"parts\":\(space)".utf8)
    return [
      Edit(
        range: turn.contents..<turn.contents,
        replacement: field + line.bytes(in: turn.parts) + "},\(space)".utf8,
        isSafe: false),
      Edit(range: turn.start..<turn.next, replacement: [], isSafe: false),
    ]
  }

  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    guard context.example.has(.system) else { return }
    for index in 0..<context.example.turns.count where context.example.turns[index].role == .system {
      let role = context.example.turns[index].roleToken
      findings.report(SystemRoleInContents.self, at: role.start - 1, length: role.count + 2)
    }
  }
}
