import Diagnostics

/// TK301: a training example without `contents`.
enum MissingContents: Rule {
  static let description = RuleDescription(
    "TK301", "missing-contents", severity: .error, since: "0.1.0",
    message: "the training example has no 'contents', so the service refuses the dataset",
    summary: "Every line has its conversation in `contents`.",
    rationale: """
      `contents` is the only field that a training example must have. The service was seen to refuse a \
      dataset without it; its message counts rows from 0, so row 0 is line 1. A `contents` that is null is \
      read as missing.
      """,
    remedy: "put the turns of the conversation in a field named 'contents'",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .documented),
    serviceSays: "Row: 0. Missing required `contents` field.",
    examples: [
      .accepts(
        "contents need not come first",
        #"""
        {"systemInstruction":{"parts":[{"text":"Answer in one word."}]},\#
        "contents":[{"role":"user","parts":[{"text":"The capital of Peru?"}]},\#
        {"role":"model","parts":[{"text":"Lima"}]}]}
        """#),
      .rejects(
        "an instruction and nothing else",
        #"""
        ↓{"systemInstruction":{"parts":[{"text":"Answer in one word."}]}}
        """#),
      .rejects("an empty object", "↓{}"),
      .rejects("contents that are null", #"{"contents":↓null}"#),
    ])
}
