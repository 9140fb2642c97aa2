import Diagnostics

/// TK204: `NaN` or an infinity.
enum NonFiniteNumber: Rule {
  static let description = RuleDescription(
    "TK204", "non-finite-number", severity: .error, since: "0.1.0",
    message: "number {0} is not JSON, which knows finite numbers only",
    summary: "Numbers are finite.",
    rationale: """
      Python's json module writes NaN and Infinity unless it is told not to, and pandas puts NaN where a value is \
      missing. JSON has no such numbers, and most readers outside Python refuse the line.
      """,
    remedy: "write null or a string in place of {0}, or leave the key out",
    source: Source("RFC 8259 section 6", asOf: "2026-11-23", confidence: .documented),
    examples: [
      .accepts(
        "the words inside strings",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What is 0/0?"}]},\#
        {"role":"model","parts":[{"text":"NaN, and -1/0 is -Infinity"}]}]}
        """#),
      .rejects(
        "a missing value, as Python writes it",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Rate it"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"rate","args":{"stars":↓NaN}}}]}]}
        """#),
      .rejects(
        "infinities",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"No upper bound"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"bound","args":{"to":↓Infinity}}}]}]}
        {"contents":[{"role":"user","parts":[{"text":"No lower bound"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"bound","args":{"from":↓-Infinity}}}]}]}
        """#),
    ])
}
