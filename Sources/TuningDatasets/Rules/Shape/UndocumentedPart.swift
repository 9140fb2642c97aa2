import Diagnostics

/// TK315: a part or a tool that is in the API, but not in the documented tuning format.
enum UndocumentedPart: Rule {
  static let description = RuleDescription(
    "TK315", "undocumented-part", severity: .warning, since: "0.1.0",
    message: """
      field '{0}' is in the API but not in the documented tuning format, so a tuning job may refuse it
      """,
    summary: "A training example has only the parts and tools that the tuning pages show.",
    rationale: """
      The tuning pages show parts with a text, a file, a function call or a function response, and tools \
      with function declarations. The API has more, such as code that the model runs and Google's own \
      search tools. It is not documented whether the model learns from them.
      """,
    remedy: "remove '{0}', or express it as text or with a declared function",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "code as text",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Sum 1 to 10 in Python."}]},\#
        {"role":"model","parts":[{"text":"print(sum(range(1, 11)))"}]}]}
        """#),
      .rejects(
        "code that the model ran",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"The sum of 1 to 10?"}]},{"role":"model","parts":[\#
        {↓"executableCode":{"language":"PYTHON","code":"print(sum(range(1, 11)))"}},\#
        {↓"codeExecutionResult":{"outcome":"OUTCOME_OK","output":"55"}},{"text":"It is 55."}]}]}
        """#),
      .rejects(
        "a tool of Google's",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Who won?"}]},\#
        {"role":"model","parts":[{"text":"Uruguay."}]}],"tools":[{↓"googleSearch":{}}]}
        """#),
      .rejects(
        "a tool that runs code",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"The sum of 1 to 10?"}]},\#
        {"role":"model","parts":[{"text":"55"}]}],"tools":[{↓"codeExecution":{}}]}
        """#),
    ])
}
