import Diagnostics

/// TK411: a part of the model's thinking.
enum ThoughtPart: Rule {
  static let description = RuleDescription(
    "TK411", "thought-part", severity: .warning, since: "0.1.0",
    message: "field '{0}' belongs to the model's thinking, which supervised tuning leaves out",
    summary: "The model's turns hold its answers, not its thoughts.",
    rationale: """
      Supervised tuning trains on answers without the thinking before them, and Google advises to call the tuned \
      model with little or no thinking. Thoughts and their signatures come into the data with recorded replies; \
      whether they are dropped or learnt as if they were answers is not documented.
      """,
    remedy: "remove the part if it is a thought, and 'thoughtSignature' from an answer",
    source: Source("models/tuning/supervised-tuning", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "a part that says it is no thought",
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
