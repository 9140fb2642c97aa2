import Diagnostics

/// TK302: `contents` without a turn.
enum EmptyContents: Rule {
  static let description = RuleDescription(
    "TK302", "empty-contents", severity: .error, since: "0.1.0",
    message: "'contents' has no turns, which is the same as no 'contents' at all",
    summary: "`contents` has at least one turn.",
    rationale: """
      In Google's message types an empty list and a missing one are the same, and `contents` is required. \
      There would also be nothing to learn.
      """,
    remedy: "add the turns of the conversation to 'contents', or remove the line",
    source: Source("google.protobuf.json_format on GeminiExample", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts(
        "one question and its answer",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Is 91 prime?"}]},\#
        {"role":"model","parts":[{"text":"No: 7 × 13."}]}]}
        """#),
      .rejects("no turn", #"{"contents":↓[]}"#),
      .rejects(
        "no turn, but an instruction",
        #"""
        {"systemInstruction":{"parts":[{"text":"Be brief."}]},"contents":↓[]}
        """#),
    ])
}
