import Diagnostics

/// TK401: a turn whose role is neither `user` nor `model`.
enum UnknownRole: Rule {
  static let description = RuleDescription(
    "TK401", "unknown-role", severity: .error,
    also: .warning, when: "the role is 'function' or 'tool' on a turn of function responses only",
    since: "0.1.0",
    message: "role '{0}' is neither 'user' nor 'model', so the service cannot tell who speaks",
    summary: "Every turn in `contents` is spoken by `user` or by `model`.",
    rationale: """
      Gemini knows two speakers. `assistant` and `system` come from other vendors' formats; a turn that answers a \
      function call needs no role at all.
      """,
    remedy: """
      write 'model' for what the model says and 'user' for what it is told; leave the role out of a turn that \
      holds function responses
      """,
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "the two roles of Gemini",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "the role that other vendors use",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]},{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":↓"assistant","parts":[{"text":"Bye!"}]}]}
        """#),
    ])
}
