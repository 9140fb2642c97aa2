import Diagnostics

/// TK103: a line of white space only.
enum BlankLine: Rule {
  static let description = RuleDescription(
    "TK103", "blank-line", severity: .warning, since: "0.1.0",
    message: "the line is blank, which is no JSON value: some readers skip it, others stop at it",
    summary: "There are no blank lines before or between examples.",
    rationale: """
      JSON Lines has a value in every line, and no page of the service says what it does with a blank one. \
      Readers that parse each line stop there; readers that skip it number the examples differently, so that the \
      rows in an error message point elsewhere. Blank lines at the end of the file do no harm.
      """,
    remedy: "remove the line",
    source: Source("jsonlines.org", asOf: "2026-11-23", confidence: .documented),
    examples: [
      .accepts(
        "a blank line at the end of the file",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}


        """#),
      .rejects(
        "an empty line between two examples",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        ↓
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}
        """#),
      .rejects(
        "an empty line and one of a space and a tab",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        ↓
        ↓ \#t
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}
        """#),
    ])
}
