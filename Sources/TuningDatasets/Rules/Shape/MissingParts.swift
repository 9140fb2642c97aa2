import Diagnostics

/// TK307: a turn without parts.
enum MissingParts: Rule {
  static let description = RuleDescription(
    "TK307", "missing-parts", severity: .error, since: "0.1.0",
    message: "the turn has no parts, and the service requires at least one",
    summary: "Every turn holds at least one part in `parts`.",
    rationale: """
      A turn consists of its parts; the service's reference requires at least one. A `parts` that is null or empty \
      is read as absent.
      """,
    remedy: "put what is said in this turn into 'parts', a list of objects with a 'text' or other data",
    source: Source("reference/rest/Shared.Types/Content", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "one part is enough",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a turn that is only a role",
        #"""
        {"contents":[↓{"role":"user"},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "an empty list",
        #"""
        {"contents":[{"role":"user","parts":↓[]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "parts that are null",
        #"""
        {"contents":[{"role":"user","parts":↓null},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a model turn without an answer",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":↓[]}]}
        """#),
    ])
}
