import Diagnostics

/// TK211: a comma after the last element.
enum TrailingComma: Rule {
  static let description = RuleDescription(
    "TK211", "trailing-comma", severity: .error, since: "0.1.0",
    message: "no value follows the comma before {0}, which JSON does not allow",
    summary: "Commas separate elements; no comma follows the last one.",
    rationale: """
      JavaScript and Python allow a comma after the last element. JSON does not, and Google's parser \
      refuses it. Splitting an array into lines leaves a comma after each object.
      """,
    remedy: "remove the comma",
    source: Source("RFC 8259 section 2", asOf: "2026-11-23", confidence: .documented),
    examples: [
      .accepts(
        "commas inside strings",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Count,]"}]},\#
        {"role":"model","parts":[{"text":"one, two, three,"}]}]}
        """#),
      .rejects(
        "after the last turn",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}↓,]}
        """#),
      .rejects(
        "after the last key, with a space before the brace",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"↓, }]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "after each object, where an array was cut into lines",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}↓,
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}
        """#),
    ])
}
