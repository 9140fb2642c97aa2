import Diagnostics

/// TK304: a field that the schema does not have.
enum UnknownField: Rule {
  static let description = RuleDescription(
    "TK304", "unknown-field", severity: .warning, since: "0.1.0",
    message: "unknown field '{0}' in {1}, which the strict parsers of Google's libraries refuse",
    summary: "Every field is one that Google's message types have.",
    rationale: """
      The strict parsers of Google's libraries refuse a line with an unknown field. It is not documented \
      whether the tuning service refuses the line or silently drops the field; a misspelled field is lost \
      in either case. The keys inside `args`, `response` and `labels` are your own and are never unknown. \
      Notes about an example can go in `labels`.
      """,
    remedy: "rename the field{2}, or remove it",
    source: Source("google.protobuf.json_format on GeminiExample", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts(
        "keys of the user's own, where they belong",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time","args":{}}}]},\#
        {"parts":[{"functionResponse":{"name":"get_time","response":{"hour":12,"minute":30}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}],"labels":{"source":"faq"}}
        """#),
      .rejects(
        "a misspelled field",
        #"""
        {↓"sytemInstruction":{"parts":[{"text":"Be brief."}]},\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "another vendor's name for the system instruction",
        #"""
        {↓"system":"Be brief.",\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a note about the example",
        #"""
        {↓"id":17,"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a speaker's name in a turn",
        #"""
        {"contents":[{"role":"user",↓"name":"Ann","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a type in a part",
        #"""
        {"contents":[{"role":"user","parts":[{↓"type":"text","text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a field of another vendor's in a function declaration",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time",↓"strict":true}]}]}
        """#),
    ])
}
