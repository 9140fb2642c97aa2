import Diagnostics

/// TK307: a turn or a system instruction without parts.
enum MissingParts: Rule {
  static let description = RuleDescription(
    "TK307", "missing-parts", severity: .error, since: "0.1.0",
    message: "'parts' is missing or empty, but the service requires at least one part",
    summary: "Every turn has at least one part in `parts`, and so does the system instruction.",
    rationale: """
      A turn consists of its parts, and the service's reference requires at least one. A `parts` that is \
      null or empty is read as missing.
      """,
    remedy: "add at least one part to 'parts', such as an object with a 'text'",
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
