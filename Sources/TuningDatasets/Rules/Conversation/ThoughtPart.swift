import Diagnostics

/// TK411: a part of the model's thinking.
enum ThoughtPart: Rule {
  static let description = RuleDescription(
    "TK411", "thought-part", severity: .warning, since: "0.1.0",
    message: "field '{0}' belongs to the model's thinking, which supervised tuning leaves out",
    summary: "Model turns have answers, not thoughts.",
    rationale: """
      Supervised tuning trains on answers without the thinking before them, and Google recommends calling \
      the tuned model with little or no thinking. Recorded replies bring thoughts and their signatures into \
      the data. It is not documented whether they are dropped or learned as answers. Requests to Gemini 3 \
      have to return the signature of a call; no page says that tuning has a use for it.
      """,
    remedy: "remove the whole part if it is a thought, or only '{0}' if it is an answer or a call",
    source: Source("models/tuning/supervised-tuning", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "a part that is marked as not a thought",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"6 × 7?"}]},\#
        {"role":"model","parts":[{"text":"42","thought":false}]}]}
        """#),
      .rejects(
        "a thought before the answer",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"6 × 7?"}]},{"role":"model","parts":[\#
        {"text":"Six times seven.",↓"thought":true},{"text":"42",↓"thoughtSignature":"c2lnbmF0dXJl"}]}]}
        """#),
      .rejects(
        "the signature of a call",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},{"role":"model","parts":[\#
        {"functionCall":{"name":"get_time","args":{}},↓"thoughtSignature":"c2lnbmF0dXJl"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
    ])
}
