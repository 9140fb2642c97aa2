import Diagnostics

/// TK105: a file whose last line has no line feed.
enum MissingFinalNewline: Rule {
  static let description = RuleDescription(
    "TK105", "missing-final-newline", severity: .info, isOffByDefault: true, since: "0.1.0",
    message: "the last line does not end in a line feed, so an appended line would be joined to it",
    summary: "The last line ends in a line feed, like all others.",
    rationale: """
      JSON Lines leaves the last line feed to the writer, and readers work without it. But joining two such \
      files puts two examples on one line, and a count of line feeds is one too low.
      """,
    remedy: "end the last line with a line feed",
    fix: RuleFix(safely: "ends the last line with a line feed"),
    source: Source("jsonlines.org", asOf: "2026-11-23", confidence: .documented),
    examples: [
      .accepts(
        "a line feed after the last line",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}

        """#,
        except: [.inapplicable(.noFinalNewline, because: "it makes the fault that the rule finds")]),
      .rejects(
        "a file that ends with the last brace", bytes: line, at: [line.count],
        except: [.inapplicable(.noFinalNewline, because: "the example has none already")]),
    ])

  private static let line = Array(
    #"""
    {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
    """#.utf8)
}
