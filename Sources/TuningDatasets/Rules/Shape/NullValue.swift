import Diagnostics

/// TK310: an optional field that is null.
enum NullValue: Rule {
  static let description = RuleDescription(
    "TK310", "null-value", severity: .warning, since: "0.1.0",
    message: "field '{0}' is null, which Google's JSON parsers read as if it were left out",
    summary: "A field that has no value is left out, not null.",
    rationale: """
      Google's JSON parsers read null as absent, so the example means less than it seems to, or the null is only \
      ballast, as where a program wrote every field of its own type. That the tuning service reads it so is not \
      documented. Nulls inside `args` and `response` are values like others.
      """,
    remedy: "remove the field, or give it the value that is meant",
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
