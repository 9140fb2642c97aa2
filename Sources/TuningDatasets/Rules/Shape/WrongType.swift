import Diagnostics

/// TK303: a field whose value is of another JSON type than the schema says.
enum WrongType: Rule {
  static let description = RuleDescription(
    "TK303", "wrong-type", severity: .error, since: "0.1.0",
    message: "field '{0}' holds {2} where {1} belongs, so the line cannot be read as an example",
    summary: "Every field holds a value of the JSON type that the schema gives it.",
    rationale: """
      Google's JSON parsers do not convert: they refuse an object where a list belongs, a string where an object \
      belongs and a number where a string belongs. A single turn or a single part still stands in a list, although \
      the documentation's wording for single-turn examples can be read otherwise.
      """,
    remedy: "write {1} there: a lone turn or part goes in square brackets, a text goes in 'parts' as 'text'",
    source: Source("google.protobuf.json_format on GeminiExample", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts(
        "a number written as text",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"6 × 7?"}]},\#
        {"role":"model","parts":[{"text":"42"}]}]}
        """#),
      .rejects(
        "a number as text",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"6 × 7?"}]},\#
        {"role":"model","parts":[{"text":↓42}]}]}
        """#),
      .rejects(
        "an instruction that is a string",
        #"""
        {"systemInstruction":↓"Be brief.","contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "contents that are one turn",
        #"""
        {"contents":↓{"role":"model","parts":[{"text":"Hello!"}]}}
        """#),
      .rejects(
        "parts that are one part",
        #"""
        {"contents":[{"role":"user","parts":↓{"text":"Hi"}},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a turn that is a string",
        #"""
        {"contents":[↓"Hi",{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a part that is a string",
        #"""
        {"contents":[{"role":"user","parts":[↓"Hi"]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a role that is a number",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":↓1,"parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a tool that is not in a list",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":↓{"functionDeclarations":[{"name":"get_time"}]}}
        """#),
      .rejects(
        "a file that is only its address",
        #"""
        {"contents":[{"role":"user","parts":[{"fileData":↓"gs://my-bucket/photos/cat.jpg"},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
    ])
}
