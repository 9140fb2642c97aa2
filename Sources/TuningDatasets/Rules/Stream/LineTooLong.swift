import Diagnostics

/// TK010: a line over the line limit.
enum LineTooLong: Rule {
  static let description = RuleDescription(
    "TK010", "line-too-long", severity: .error, since: "0.1.0",
    message: "the line has {0} bytes, over the limit of {1}, so it was skipped and not examined",
    summary: "No line is longer than the line limit.",
    rationale: """
      An example has to be held in memory to be examined, so the limit is tunekit's own; the service counts tokens \
      and drops an example of more than 131,072. A line that meets the limit is mostly a file whose line feeds were \
      lost, or media pasted into an example.
      """,
    remedy: """
      put each example on a line of its own and move inline media to Cloud Storage; where the line is meant, \
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
