import Diagnostics

/// TK615: a tool of several kinds.
enum SeveralToolsInOne: Rule {
  static let description = RuleDescription(
    "TK615", "several-tools-in-one", severity: .warning, since: "0.1.0",
    message: "the tool has '{0}' beside '{1}', but a tool is of one kind",
    summary: "A tool is of one kind, such as function declarations.",
    rationale: """
      The API's reference says that a tool contains exactly one kind of tool. Google's JSON parsers accept several; whether \
      tuning does is not documented.
      """,
    remedy: "make a tool of its own of '{0}'",
    source: Source(
      "aiplatform v1beta1 discovery document, Tool", asOf: "2026-11-22", confidence: .documented),
    examples: [
      .accepts(
        "two tools, and a kind that is null",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]},\#
        {"functionDeclarations":[{"name":"get_day"}],"googleSearch":null}]}
        """#, alongside: ["TK310"]),
      .rejects(
        "functions beside Google's search, and a third kind",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}],↓"googleSearch":{},"codeExecution":{}}]}
        """#, alongside: ["TK315", "TK315"]),
    ])
}
