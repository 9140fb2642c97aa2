import Diagnostics

/// TK309: a part with several kinds of data.
enum PartWithSeveralData: Rule {
  static let description = RuleDescription(
    "TK309", "part-with-several-data", severity: .error, since: "0.1.0",
    message: "the part has '{0}' as well as '{1}', but a part can have only one kind of data",
    summary: "Every part has only one kind of data.",
    rationale: """
      A part has exactly one of `text`, `inlineData`, `fileData`, `functionCall`, `functionResponse`, \
      `executableCode` and `codeExecutionResult`. Google's JSON parsers refuse a part with two of them.
      """,
    remedy: """
      move '{0}' to a separate part, before or after this one, in the order in which the model should read \
      them
      """,
    source: Source("google.protobuf.json_format on GeminiExample", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts(
        "a file and a text, each in its own part",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/photos/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .rejects(
        "a file and a text in one part",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What is this?",\#
        ↓"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/photos/cat.jpg"}}]},\#
        {"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .rejects(
        "a function call and a text in one part",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time","args":{}},↓"text":"Let me see."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
    ])
}
