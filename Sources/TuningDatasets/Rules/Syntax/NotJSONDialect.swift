import Diagnostics

/// TK212: syntax of a language related to JSON.
enum NotJSONDialect: Rule {
  static let description = RuleDescription(
    "TK212", "not-json-dialect", severity: .error, since: "0.1.0",
    message: "found {0}, which is not valid JSON, so the line cannot be read",
    summary: "The lines are JSON, not Python, JavaScript or JSON5.",
    rationale: """
      Printing a dictionary in Python gives single quotes, True, False and None. JavaScript and JSON5 allow \
      comments and keys without quotes. They look like JSON, but Google's parser refuses each of them.
      """,
    remedy: "{1}; a JSON library, such as json.dumps in Python, writes valid JSON",
    source: Source("RFC 8259 section 2", asOf: "2026-11-23", confidence: .documented),
    examples: [
      .accepts(
        "the same inside strings",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Is 'None' True? // asking"}]},\#
        {"role":"model","parts":[{"text":"{a: False} /* no */"}]}]}
        """#),
      .rejects(
        "a dictionary as Python prints it",
        #"""
        {↓'contents': [{'role': 'user', 'parts': [{'text': 'Hi'}]},\#
         {'role': 'model', 'parts': [{'text': 'Hello!'}]}]}
        """#),
      .rejects(
        "the literals of Python",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"On"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"switch","args":{"on":↓True}}}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Off"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"switch","args":{"on":↓False}}}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Forget it"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"switch","args":{"on":↓None}}}]}]}
        """#),
      .rejects(
        "a text that is missing, as Python writes it",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Weight?"}]},{"role":"model","parts":[{"text":↓None}]}]}
        """#),
      .rejects(
        "a key without quotes",
        #"""
        {"contents":[{↓role:"user",parts:[{text:"Hi"}]},{role:"model",parts:[{text:"Hello!"}]}]}
        """#),
      .rejects(
        "comments, one of them a line of its own",
        #"""
        ↓// greetings
        {"contents":[↓/* first */{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
    ])
}
