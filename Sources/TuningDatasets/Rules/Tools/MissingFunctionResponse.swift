import Diagnostics

/// TK613: a function response without what the function returned.
enum MissingFunctionResponse: Rule {
  static let description = RuleDescription(
    "TK613", "missing-function-response", severity: .error, since: "0.1.0",
    message: "the function response has no 'response', which the API requires",
    summary: "A function response has what the function returned.",
    rationale: """
      The API's reference requires `response`, an object. A function that returns nothing has an empty one. Null is the \
      same as no response.
      """,
    remedy:
      "add what the function returned, such as \"response\": {\"output\": \"sunny\"}, or {} for nothing",
    source: Source(
      "aiplatform v1beta1 discovery document, FunctionResponse.response", asOf: "2026-11-22",
      confidence: .documented),
    examples: [
      .accepts(
        "an empty response",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time"}}]},\#
        {"parts":[{"functionResponse":{"name":"get_time","response":{}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
      .accepts(
        "media in place of a response, about which nothing is documented",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Show me the cat"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"find","args":{}}}]},\#
        {"parts":[{"functionResponse":{"name":"find","parts":[{"fileData":\#
        {"mimeType":"image/jpeg","fileUri":"gs://my-bucket/photos/cat.jpg"}}]}}]},\#
        {"role":"model","parts":[{"text":"Here it is."}]}],"tools":[{"functionDeclarations":[{"name":"find"}]}]}
        """#),
      .rejects(
        "a name alone, and a response that is null",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time"}},{"functionCall":{"name":"get_time"}}]},\#
        {"parts":[{"functionResponse":↓{"name":"get_time"}},\#
        {"function_response":↓{"name":"get_time","response":null}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
    ])
}
