import Diagnostics

/// TK305: the camelCase and the snake_case spelling of one field in one object.
enum FieldSpelledTwice: Rule {
  static let description = RuleDescription(
    "TK305", "field-spelled-twice", severity: .error, since: "0.1.0",
    message: "'{0}' and '{1}' are one field given twice, which Google's JSON parsers refuse",
    summary: "An object holds a field in one of its two spellings only.",
    rationale: """
      Google's JSON parsers take `systemInstruction` and `system_instruction` for the same field. Both in one object \
      are the same field twice, which they refuse, even where the two values agree.
      """,
    remedy: "keep one of the two, with the value that is meant",
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
