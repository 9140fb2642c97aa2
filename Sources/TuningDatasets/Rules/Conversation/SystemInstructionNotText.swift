import Diagnostics

/// TK410: a part of the system instruction that is not text.
enum SystemInstructionNotText: Rule {
  static let description = RuleDescription(
    "TK410", "system-instruction-not-text", severity: .warning, since: "0.1.0",
    message: "this part of the system instruction is not text, but only text is supported there",
    summary: "The system instruction has only text parts.",
    rationale: """
      The documentation asks for text only in a system instruction, and each part is a separate paragraph. \
      It is not documented how the service treats a file or a function call there.
      """,
    remedy: "replace the part with text, or move it to the turn where it belongs",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "two paragraphs",
        #"""
        {"systemInstruction":{"parts":[{"text":"You work for a zoo."},{"text":"Be brief."}]},\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a picture",
        #"""
        {"systemInstruction":{"parts":[{"text":"This is our mascot."},\#
        ↓{"fileData":{"mimeType":"image/png","fileUri":"gs://my-bucket/mascot.png"}}]},\#
        "contents":[{"role":"user","parts":[{"text":"Who are you?"}]},\#
        {"role":"model","parts":[{"text":"Leo, the lion."}]}]}
        """#),
    ])

  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    for index in context.example.instructionParts {
      let part = context.example.parts[index]
      guard part.kind != .text, part.kind != .spoilt else { continue }
      findings.report(SystemInstructionNotText.self, at: part.offset)
    }
  }
}
