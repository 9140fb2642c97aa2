import Diagnostics

/// TK207: more than 100 nested arrays and objects.
enum NestingTooDeep: Rule {
  static let description = RuleDescription(
    "TK207", "nesting-too-deep", severity: .error, since: "0.1.0",
    message: "arrays and objects are nested more than {0} levels deep, which Google's JSON parser refuses",
    summary: "Arrays and objects are nested at most 100 levels deep; the outermost object is level 1.",
    rationale: """
      The JSON parser of Google's protocol buffers counts the levels and stops after 100, as a protection \
      against data made to exhaust its stack. A training example needs about ten. More levels come from a \
      value that was wrapped repeatedly, or from free-form data in the arguments or the response of a \
      function.
      """,
    remedy: "flatten the value, or write its inner part as a string",
    source: Source(
      "protocolbuffers/protobuf src/google/protobuf/json/internal/lexer.h", asOf: "2026-11-23",
      confidence: .observed),
    examples: [
      .accepts(
        "a hundred deep",
        line(arrays: 93, tools: #","tools":[{"functionDeclarations":[{"name":"look"}]}]"#)),
      .rejects("a hundred and one deep", line(arrays: 94, mark: "↓")),
      .rejects("three hundred deep, and never closed", unclosed(arrays: 300)),
    ])

  /// What goes before the response's value, in which 7 arrays and objects are open.
  private static let beforeValue = #"""
    {"contents":[{"role":"user","parts":[{"text":"Look it up"}]},\#
    {"role":"model","parts":[{"functionCall":{"name":"look","args":{}}}]},\#
    {"parts":[{"functionResponse":{"name":"look","response":{"output":
    """#

  /// A function response with arrays one in the other, marked before the innermost.
  private static func line(arrays: Int, mark: String = "", tools: String = "") -> String {
    beforeValue + String(repeating: "[", count: arrays - 1) + mark + "["
      + String(repeating: "]", count: arrays)
      + #"}}}]},{"role":"model","parts":[{"text":"It is deep"}]}]"# + tools + "}"
  }

  /// The same, marked before the bracket that is one too many, and cut after the innermost.
  private static func unclosed(arrays: Int) -> String {
    beforeValue + String(repeating: "[", count: 93) + "↓" + String(repeating: "[", count: arrays - 93)
  }
}
