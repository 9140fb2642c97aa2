import Diagnostics

/// TK306: camelCase and snake_case fields in one file.
enum MixedCaseStyles: Rule {
  static let description = RuleDescription(
    "TK306", "mixed-case-styles", severity: .info, isOffByDefault: true, since: "0.1.0",
    message: """
      field '{0}' is in a different case style than the fields before it, although both styles are valid
      """,
    summary: "All fields of a file are in camelCase, or all are in snake_case.",
    rationale: """
      Both spellings are valid, and Google's own samples mix them. In a file that one program wrote, a \
      second style often means that lines from another source were added.
      """,
    remedy: "use one style for all fields, preferably camelCase as in the documentation",
    source: Source("models/tuning/function-calling", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "names of the user's own are in no style",
        #"""
        {"systemInstruction":{"parts":[{"text":"Use the tool."}]},\#
        "contents":[{"role":"user","parts":[{"text":"Is SKU 12 in stock?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_stock","args":{"product_sku":"12"}}}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_stock"}]}]}
        """#),
      .rejects(
        "two lines in two styles",
        #"""
        {"systemInstruction":{"parts":[{"text":"Be brief."}]},\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        {↓"system_instruction":{"parts":[{"text":"Be brief."}]},\#
        "contents":[{"role":"user","parts":[{"text":"Bye"}]},{"role":"model","parts":[{"text":"Goodbye!"}]}]}
        """#),
      .rejects(
        "two styles in one line",
        #"""
        {"system_instruction":{"parts":[{"text":"Describe what you see."}]},"contents":[{"role":"user","parts":[\#
        {↓"fileData":{"mime_type":"image/jpeg","file_uri":"gs://my-bucket/photos/cat.jpg"}}]},\#
        {"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
    ])
}
