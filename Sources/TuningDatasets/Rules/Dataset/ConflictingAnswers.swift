import Diagnostics

/// TK709: the same prompt with different answers.
enum ConflictingAnswers: Rule {
  static let description = RuleDescription(
    "TK709", "conflicting-answers", severity: .warning, since: "0.1.0",
    message:
      "the prompt is that of {0} examples whose last answers differ, so the model is taught all of them",
    summary: "Examples with the same prompt have the same answer.",
    rationale: """
      The prompt is everything but the last turn of the model. Where answers to one prompt differ, the model \
      learns something between them. In classification that is a label set twice; in writing it may be meant. \
      Prompts are compared as JSON values, as duplicates are. Each prompt has one finding, at the first example \
      with another answer than the first one's.
      """,
    remedy: "keep the right answer, unless different ones are wanted",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "another system instruction asks for another answer",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        {"systemInstruction":{"parts":[{"text":"Answer in French."}]},\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Bonjour !"}]}]}
        """#),
      .accepts(
        "answers without a prompt",
        #"""
        {"contents":[{"role":"model","parts":[{"text":"Hello!"}]}]}
        {"contents":[{"role":"model","parts":[{"text":"Goodbye!"}]}]}
        """#, alongside: ["TK406", "TK406"]),
      .rejects(
        "two labels for one text",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Where is it?"}]},{"role":"model","parts":[{"text":"delivery"}]}]}
        ↓{"contents":[{"role":"user","parts":[{"text":"Where is it?"}]},{"role":"model","parts":[{"text":"other"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Where is it?"}]},{"role":"model","parts":[{"text":"delivery"}]}]}
        """#, alongside: ["TK707"]),
    ])

  static func check(_ file: ComparedFile, _ ledger: inout FindingLedger) {
    let conflicts = file.matches.conflicts
    for match in conflicts.first {
      ledger.add(
        file.finding(
          ConflictingAnswers.self, match, "\(match.examples)",
          earlier: "the first of them, with another answer"))
    }
    ledger.count(
      description.code, description.severity, times: conflicts.count - conflicts.first.count, errors: 0)
  }
}
