import Diagnostics

/// TK010: a line that is longer than the line limit.
enum LineTooLong: Rule {
  static let description = RuleDescription(
    "TK010", "line-too-long", severity: .error, since: "0.1.0",
    message: "the line has {0} bytes, more than the limit of {1}, so it was skipped and not examined",
    summary: "No line is longer than the line limit.",
    rationale: """
      A training example must fit in memory to be examined, so this limit is tunekit's own. The service \
      counts tokens, and drops an example with more than 131,072. A line over the limit is usually a file \
      that lost its line feeds, or has media pasted into an example.
      """,
    remedy: """
      put each example on its own line and move inline media to Cloud Storage; if the line is correct, \
      raise the limit with --max-line-bytes
      """,
    source: Source("models/tuning/supervised-tuning", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "a line a little under the limit",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#,
        with: [.maximumLineBytes(110)]),
      .rejects(
        "a long line between two others",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        ↓{"contents":[{"role":"user","parts":[{"text":"Tell me about the sea."}]},\#
        {"role":"model","parts":[{"text":"It is wide, it is deep, and it is never quite still."}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}
        """#,
        with: [.maximumLineBytes(110)]),
    ])
}
