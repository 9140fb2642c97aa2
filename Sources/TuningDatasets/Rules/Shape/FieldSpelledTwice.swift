import Diagnostics

/// TK305: the camelCase and the snake_case spelling of one field in one object.
enum FieldSpelledTwice: Rule {
  static let description = RuleDescription(
    "TK305", "field-spelled-twice", severity: .error, since: "0.1.0",
    message: "'{0}' and '{1}' are the same field given twice, which Google's JSON parsers refuse",
    summary: "An object has each field in only one of its two spellings.",
    rationale: """
      Google's JSON parsers read `systemInstruction` and `system_instruction` as the same field. An object \
      with both has the field twice, which they refuse, even if the two values are equal.
      """,
    remedy: "remove '{0}' or '{1}'",
    source: Source("google.protobuf.json_format on GeminiExample", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts(
        "different fields in different spellings",
        #"""
        {"system_instruction":{"parts":[{"text":"Use the tool."}]},\#
        "contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time","args":{}}}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
      .rejects(
        "an instruction in both spellings",
        #"""
        {"systemInstruction":{"parts":[{"text":"Be brief."}]},\#
        ↓"system_instruction":{"parts":[{"text":"Be brief."}]},\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "the other order, far apart",
        #"""
        {"system_instruction":{"parts":[{"text":"Be brief."}]},\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        ↓"systemInstruction":{"parts":[{"text":"Be kind."}]}}
        """#),
      .rejects(
        "a file in both spellings",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/photos/cat.jpg"},\#
        ↓"file_data":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/photos/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
    ])
}
