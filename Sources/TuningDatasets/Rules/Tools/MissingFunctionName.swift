import Diagnostics

/// TK612: a function's declaration, call or response without a name.
enum MissingFunctionName: Rule {
  static let description = RuleDescription(
    "TK612", "missing-function-name", severity: .error, also: .warning, when: "it is a call", since: "0.1.0",
    message: "{0} has no 'name', so it does not say which function it is about",
    summary: "Declarations, calls and responses of functions have the function's name.",
    rationale: """
      The API's reference requires the name in a declaration and in a response; in a call it is optional, but the model \
      would learn to call nothing. Null is the same as no name.
      """,
    remedy: "add the name of the function, such as \"name\": \"get_weather\"",
    source: Source(
      "aiplatform v1beta1 discovery document, FunctionDeclaration.name and FunctionResponse.name",
      asOf: "2026-11-22",
      confidence: .documented),
    examples: [
      .accepts(
        "a name everywhere",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time"}}]},\#
        {"parts":[{"functionResponse":{"name":"get_time","response":{}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
      .accepts(
        "names of another type and an empty one, which are faults of their own",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":7}},{"functionCall":{"name":""}}]}]}
        """#, alongside: ["TK303", "TK602"]),
      .rejects(
        "a declaration and a response without a name, or with null",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time"}}]},\#
        {"parts":[{"functionResponse":↓{"response":{"output":"12:30"}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[↓{},↓{"description":"The time."},↓{"name":null}]}]}
        """#),
      .rejects(
        "a call without a name, or with null",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":↓{}},{"function_call":↓{"name":null,"args":{}}}]}]}
        """#, as: .warning),
    ])
}
