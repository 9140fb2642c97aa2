import Diagnostics

/// TK208: a number outside the range of a double.
enum NumberOutOfRange: Rule {
  static let description = RuleDescription(
    "TK208", "number-out-of-range", severity: .error, since: "0.1.0",
    message: "number {0} is outside the range of a double, so it becomes infinite or is refused",
    summary: "Numbers are between -1.8e308 and 1.8e308, the range of a double.",
    rationale: """
      Numbers in function arguments and responses are doubles in Google's message types. Google's C++ \
      parser refuses a number that is infinite as a double. Its Python parser refuses such an integer too, and \
      converts another such number to an infinity, which cannot be written as JSON again. Digits beyond the \
      precision of a double are rounded, which is allowed.
      """,
    remedy: "write a number within this range, or write the number as a string",
    source: Source(
      "protocolbuffers/protobuf src/google/protobuf/json/internal/lexer.cc; google.protobuf.json_format 7.36.2",
      asOf: "2026-11-28",
      confidence: .observed),
    examples: [
      .accepts(
        "the largest double, a number that rounds to zero, and integers larger than any machine word",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Plot them"}]},{"role":"model","parts":\#
        [{"functionCall":{"name":"plot","args":{"a":1.7976931348623157e308,"b":-2.5E-400,\#
        "c":1234567890123456789012345678901234567890,"d":-
        """# + "1" + String(repeating: "0", count: 308) + #"""
          }}}]}],"tools":[{"functionDeclarations":\#
          [{"name":"plot","parameters":{"type":"OBJECT","properties":{"a":{"type":"NUMBER"},\#
          "b":{"type":"NUMBER"},"c":{"type":"NUMBER"},"d":{"type":"NUMBER"}}}}]}]}
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
        "integers of 400 digits, and of 309 where that is too large",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Plot it"}]},{"role":"model","parts":\#
        [{"functionCall":{"name":"plot","args":{"a":↓
        """# + String(repeating: "9", count: 400) + #"""
          }}}]}]}
          {"contents":[{"role":"user","parts":[{"text":"Plot it"}]},{"role":"model","parts":\#
          [{"functionCall":{"name":"plot","args":{"a":↓-18
          """# + String(repeating: "0", count: 307) + #"""
            }}}]}]}
            """#),
      .rejects(
        "a number just over the largest double",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Plot it"}]},{"role":"model","parts":\#
        [{"functionCall":{"name":"plot","args":{"a":↓1.7976931348623159e308}}}]}]}
        """#),
    ])
}
