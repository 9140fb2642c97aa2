import Diagnostics

/// TK310: an optional field that is null.
enum NullValue: Rule {
  static let description = RuleDescription(
    "TK310", "null-value", severity: .warning, since: "0.1.0",
    message: "field '{0}' is null, which Google's JSON parsers read as a missing field",
    summary: "A field without a value is left out, not set to null.",
    rationale: """
      Google's JSON parsers read null as missing. Either the example lacks a value that it seems to have, \
      or the null is unnecessary, for example because a program wrote out every field of its type. It is \
      not documented whether the tuning service reads null in the same way. Nulls inside `args` and \
      `response` are ordinary values.
      """,
    remedy: "remove the field, or set it to the value that you mean",
    source: Source("google.protobuf.json_format on GeminiExample", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts(
        "a null that a function returned",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Any mail?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_mail","args":{"after":null}}}]},\#
        {"parts":[{"functionResponse":{"name":"get_mail","response":{"mail":[],"next_page":null}}}]},\#
        {"role":"model","parts":[{"text":"No new mail."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_mail"}]}]}
        """#),
      .rejects(
        "optional fields of an example",
        #"""
        {"systemInstruction":↓null,"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}],"tools":↓null}
        """#),
      .rejects(
        "every field of a part, as a program wrote it",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi","fileData":↓null,"functionCall":↓null}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
    ])
}
