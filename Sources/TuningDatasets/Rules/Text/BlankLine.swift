import Diagnostics
import JSONLines

/// TK103: a line that is only white space.
enum BlankLine: FixableRule {
  static let description = RuleDescription(
    "TK103", "blank-line", severity: .warning, since: "0.1.0",
    message: "the line is blank, which is not a JSON value: some readers skip it, others stop at it",
    summary: "There are no blank lines before or between training examples.",
    rationale: """
      JSON Lines has a value on every line, and no page of the service says how it treats a blank one. \
      Readers that parse every line stop there. Readers that skip it count the examples differently, so the \
      row numbers in error messages point to other lines. Blank lines at the end of the file do no harm.
      """,
    remedy: "remove the line",
    fix: RuleFix(safely: "removes the line"),
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

  static func edits(for item: LineFindings.Item, in line: LineBytes, atMost most: Int) -> [Edit] {
    // Another line follows, so this one ends in a line feed.
    [Edit(range: 0..<line.count + 1, replacement: [], isSafe: true)]
  }
}
