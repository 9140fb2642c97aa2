import Diagnostics

/// TK208: a number beyond the range of a double.
enum NumberOutOfRange: Rule {
  static let description = RuleDescription(
    "TK208", "number-out-of-range", severity: .error, since: "0.1.0",
    message: "number {0} is beyond the range of a double, so it would become infinite or be refused",
    summary: "Numbers lie between -1.8e308 and 1.8e308, the range of a double.",
    rationale: """
      Numbers in arguments and responses are doubles in Google's message types. Its C++ parser refuses a number that \
      is infinite as a double; its Python parser turns it into an infinity, which cannot be written as JSON again. \
      Digits beyond those of a double are rounded, which is no fault.
      """,
    remedy: "write a smaller number, or write it as a string",
    source: Source(
      "protocolbuffers/protobuf src/google/protobuf/json/internal/lexer.cc", asOf: "2026-11-23",
      confidence: .observed),
    examples: [
      .accepts(
        "the largest double, a number that rounds to zero, and an integer that no machine word holds",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Plot them"}]},{"role":"model","parts":\#
        [{"functionCall":{"name":"plot","args":{"a":1.7976931348623157e308,"b":-2.5E-400,\#
        "c":1234567890123456789012345678901234567890}}}]}],"tools":[{"functionDeclarations":\#
        [{"name":"plot","parameters":{"type":"OBJECT","properties":{"a":{"type":"NUMBER"},\#
        "b":{"type":"NUMBER"},"c":{"type":"NUMBER"}}}}]}]}
        """#),
      .rejects(
        "exponents that are too large",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Plot the top"}]},{"role":"model","parts":\#
        [{"functionCall":{"name":"plot","args":{"a":↓1e400}}}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Plot the bottom"}]},{"role":"model","parts":\#
        [{"functionCall":{"name":"plot","args":{"a":↓-25.0E+307,"b":[2]}}}]}]}
        """#),
      .rejects(
        "a number just over the largest double",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Plot it"}]},{"role":"model","parts":\#
        [{"functionCall":{"name":"plot","args":{"a":↓1.7976931348623159e308}}}]}]}
        """#),
    ])
}
