import Diagnostics
import JSONLines

/// TK417: a backslash and an `n` where a line feed was meant.
enum EscapedLineFeedInText: Rule {
  /// Commands of LaTeX that begin with `\n`: what follows that.
  private static let commands = [
    "abla", "e", "earrow", "eg", "eq", "ewcommand", "ewenvironment", "ewline", "ewpage", "exists", "geq",
    "gtr",
    "i", "leq", "less", "mid", "ocite", "ode", "oindent", "olimits", "onumber", "ormalsize", "ot", "otag",
    "otin", "parallel", "rightarrow", "sim", "subseteq", "u", "warrow",
  ]

  static let description = RuleDescription(
    "TK417", "escaped-line-feed-in-text", severity: .info, isOffByDefault: true, since: "0.1.0",
    message: "the text has a backslash and an 'n' and no line feed, so the model would learn to write '\\n'",
    summary: "A text that has line feeds does not spell them with a backslash and an `n`.",
    rationale: """
      Text that was escaped twice has `\\\\n` in the JSON, which is a backslash and an `n` for the model. Only \
      texts without a real line feed are reported, because a text about `\\n` usually has both. Commands of \
      LaTeX such as `\\nabla` and paths such as `C:\\new` are not reported. Source code can be right, so \
      this rule is off by default.
      """,
    remedy: "escape the text only once, so that the JSON has \\n where a line ends",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "real line feeds, LaTeX, a path, and a text with both",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"One\nTwo"},{"text":"$\\nu \\neq \\nabla$ in C:\\new"}]},\#
        {"role":"model","parts":[{"text":"Write \\n between them:\n\"One\\nTwo\""}]}]}
        """#),
      .rejects(
        "text that was escaped twice: the first place in each text",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Dear team,↓\\n\\nwhere is item 3?"}]},\#
        {"role":"model","parts":[{"text":"Shelves:↓\\nfour and five"}]}]}
        """#),
    ])

  /// Looks at a text that has a backslash.
  static func check(_ text: StringToken, _ context: borrowing ExampleContext, _ findings: inout LineFindings)
  {
    var scalars = context.line.scalars(of: text)
    var found: Range<Int>?
    // The three scalars before, the last one first.
    var before: (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) = (" ", " ", " ")
    while let (scalar, place) = scalars.next() {
      if scalar == "\n" { return }
      if scalar == "\\", found == nil, before.0 != "\\",
        let end = context.line.scalars(in: place.upperBound..<text.end).end(of: "n")
      {
        let rest = context.line.scalars(in: end..<text.end)
        let isPath = before.0 == ":" && before.1.isLetter && !before.2.isLetter && rest.beginsWithLetter
        if !isPath, !beginsCommand(rest) { found = place.lowerBound..<end }
      }
      before = (scalar, before.0, before.1)
    }
    if let found { findings.report(EscapedLineFeedInText.self, at: found.lowerBound, length: found.count) }
  }

  /// Whether what comes after `\n` makes it a command of LaTeX.
  private static func beginsCommand(_ rest: StringScalars) -> Bool {
    commands.contains { command in
      guard let end = rest.end(of: command) else { return false }
      var after = rest
      after.move(to: end)
      return !after.beginsWithLetter
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter from A to Z, in either case.
  fileprivate var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}

extension StringScalars {
  /// Whether the next scalar is a letter from A to Z, in either case.
  fileprivate var beginsWithLetter: Bool {
    var rest = self
    return rest.next()?.scalar.isLetter ?? false
  }
}
