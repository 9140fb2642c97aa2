import Diagnostics
import JSONLines

/// TK413: a text that contains U+FFFD.
enum ReplacementCharacter: Rule {
  static let description = RuleDescription(
    "TK413", "replacement-character", severity: .warning, since: "0.1.0",
    message: "the text contains U+FFFD, which marks a character that was lost when the text was decoded",
    summary: "No text contains U+FFFD instead of a character.",
    rationale: """
      A program that decodes bytes it cannot read writes U+FFFD for them. The original character is no \
      longer in the file, and the model would learn to write the mark. Usually the data were read in the \
      wrong encoding, or cut in the middle of a character.
      """,
    remedy: "decode the original data again in the right encoding, or write the character by hand",
    source: Source("The Unicode Standard, section 23.8 Specials", asOf: "2026-11-22", confidence: .guess),
    examples: [
      .accepts(
        "accents and a question mark that are meant",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Café?"}]},{"role":"model","parts":[{"text":"Caf\u00e9!"}]}]}
        """#),
      .rejects(
        "a lost accent",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Where do we meet?"}]},\#
        {"role":"model","parts":[{"text":"At the caf↓\#u{FFFD}."}]}]}
        """#),
      .rejects(
        "a lost accent, written as an escape",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"The caf↓\ufffd?"}]},\#
        {"role":"model","parts":[{"text":"Round the corner."}]}]}
        """#),
    ])

  /// Looks for U+FFFD in a part whose strings contain one.
  static func check(
    _ part: TrainingExample.Part, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    for (scalar, place) in context.line.scalars(in: part.start..<part.end) where scalar == "\u{FFFD}" {
      findings.report(ReplacementCharacter.self, at: place.lowerBound, length: place.count)
    }
  }
}
