import Diagnostics

/// TK205: half of a surrogate pair.
enum LoneSurrogate: Rule {
  static let description = RuleDescription(
    "TK205", "lone-surrogate", severity: .error, since: "0.1.0",
    message: "escape {0} is half of a surrogate pair, so Google's parser refuses the string",
    summary: "Surrogate escapes come in pairs, the high one first.",
    rationale: #"""
      A character above U+FFFF is written as two escapes: \ud800 to \udbff, then \udc00 to \udfff. One of \#
      them alone is not a character and cannot be encoded in UTF-8. Usually a text was shortened by UTF-16 \#
      units, which cut an emoji in two. Python's json module reads and writes such halves without an error.
      """#,
    remedy: "replace {0} with the complete character, or remove it",
    source: Source("google.protobuf.json_format", asOf: "2026-11-23", confidence: .observed),
    examples: [
      .accepts(
        "a pair, and a backslash before the letter u",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Nice \ud83d\udc4d"}]},\#
        {"role":"model","parts":[{"text":"In JSON it begins with \\ud83d"}]}]}
        """#),
      .rejects(
        "a text cut after the first half",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Nice ↓\ud83d"}]},\#
        {"role":"model","parts":[{"text":"Thank you!"}]}]}
        """#),
      .rejects(
        "a second half alone, and the two in the wrong order",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"↓\udc4d nice"}]},\#
        {"role":"model","parts":[{"text":"Thank you!"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Great ↓\uDC4D\uD83D"}]},\#
        {"role":"model","parts":[{"text":"Glad to hear it!"}]}]}
        """#),
      .rejects(
        "a first half before a whole pair",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"↓\ud83d\ud83d\udc4d"}]},\#
        {"role":"model","parts":[{"text":"Thank you!"}]}]}
        """#),
    ])
}
