import Diagnostics

/// TK317: a tool that declares no function and is no other tool.
enum ToolWithoutFunctions: Rule {
  static let description = RuleDescription(
    "TK317", "tool-without-functions", severity: .warning, since: "0.1.0",
    message: "the tool has no functions, so it offers the model nothing",
    summary: "Every tool declares a function.",
    rationale: """
      The API's reference says that a tool contains one kind of tool, such as function declarations. Google's JSON parsers \
      accept an empty one. It is probably left from a program that had no functions to declare.
      """,
    remedy: "declare the functions in 'functionDeclarations', or remove the tool",
    source: Source(
      "aiplatform v1beta1 discovery document, Tool", asOf: "2026-11-22", confidence: .documented),
    examples: [
      .accepts(
        "a function, and no tools at all",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[]}
        """#),
      .accepts(
        "another tool, and functions under another name, which are faults of their own",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"googleSearch":{}},{"functions":[]},{"functionDeclarations":null}]}
        """#, alongside: ["TK304", "TK310", "TK315"]),
      .rejects(
        "an empty tool, and an empty list of functions",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[↓{},{"functionDeclarations":↓[ ]},{"function_declarations":↓[]}]}
        """#),
    ])
}
