import Diagnostics

/// TK204: `NaN` or an infinity.
enum NonFiniteNumber: Rule {
  static let description = RuleDescription(
    "TK204", "non-finite-number", severity: .error, since: "0.1.0",
    message: "number {0} is not valid JSON, which allows only finite numbers",
    summary: "All numbers are finite.",
    rationale: """
      Python's json module writes NaN and Infinity by default, and pandas uses NaN for a missing value. \
      JSON has no such numbers, and most parsers other than Python's refuse the line.
      """,
    remedy: "{1}",
    remedyInGeneral: """
      write the value that is missing, or remove the field; in the arguments and the response of a function \
      call, null or a string can be written instead
      """,
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
        "a text that is missing, for which null is no better",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Weight?"}]},{"role":"model","parts":[{"text":↓NaN}]}]}
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
