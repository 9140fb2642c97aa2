import Diagnostics

/// TK410: a system instruction with something other than text.
enum SystemInstructionNotText: Rule {
  static let description = RuleDescription(
    "TK410", "system-instruction-not-text", severity: .warning, since: "0.1.0",
    message: "the part of the system instruction holds no text, and only text is supported there",
    summary: "The system instruction consists of texts.",
    rationale: """
      The documentation asks for texts only in a system instruction, each part a paragraph of its own. What becomes \
      of a file or a function call there is not documented.
      """,
    remedy: "say it in words, or move the part to the first turn of the user",
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
