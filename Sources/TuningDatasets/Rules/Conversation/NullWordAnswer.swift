import Diagnostics
import JSONLines

/// TK416: an answer that is only a word for "no value".
enum NullWordAnswer: Rule {
  /// The words as programs write them for a value that is missing. People write `none`, which is a label like others.
  static let words = ["nan", "NaN", "NAN", "None", "null", "NULL", "Null", "nil", "NIL", "<NA>", "#N/A"]

  /// A longer text cannot be one of the words, even with white space around it or with an escape in it.
  private static let mostBytes = 16

  static let description = RuleDescription(
    "TK416", "null-word-answer", severity: .info, since: "0.1.0",
    message: "the whole answer is '{0}', which programs write for a missing value",
    summary: "No answer of the model is only a word for a missing value.",
    rationale: """
      A blank cell of a table becomes `nan`, `None` or `null` when a program writes it as text, and the model \
      learns to answer with that word. The word can be right: a set of labels may have `None`. White space \
      around the word does not count. `none` and `None.`, which people write, are not reported.
      """,
    remedy: "write the answer that is missing, or remove the example, unless '{0}' is a right answer",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "the words in questions, in longer answers, and as people write them",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"null"}]},{"role":"model","parts":[{"text":"nil is null"}]},\#
        {"role":"user","parts":[{"text":"nan"}]},{"role":"model","parts":[{"text":"None."}]},\#
        {"role":"user","parts":[{"text":"NaN?"}]},{"role":"model","parts":[{"text":"none"}]}]}
        """#),
      .rejects(
        "a missing value, as each program writes it",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Weight?"}]},{"role":"model","parts":[{"text":↓"nan"}]},\#
        {"role":"user","parts":[{"text":"Height?"}]},{"role":"model","parts":[{"text":↓"None"}]},\#
        {"role":"user","parts":[{"text":"Width?"}]},{"role":"model","parts":[{"text":↓" null\n"}]},\#
        {"role":"user","parts":[{"text":"Depth?"}]},{"role":"model","parts":[{"text":↓"nil"}]},\#
        {"role":"user","parts":[{"text":"Age?"}]},{"role":"model","parts":[{"text":↓"<NA>"}]},\#
        {"role":"user","parts":[{"text":"Price?"}]},{"role":"model","parts":[{"text":↓"#N/A"}]}]}
        """#),
      .rejects(
        "a word that is written with an escape",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Weight?"}]},{"role":"model","parts":[{"text":↓"\u003cNA>"}]}]}
        """#),
    ])

  /// Looks at a text, which is read only where it is short and begins as one of the words does.
  @inline(__always)
  static func check(_ text: StringToken, _ context: borrowing ExampleContext, _ findings: inout LineFindings)
  {
    if text.count > mostBytes || text.count < 3 { return }
    // Without escapes and white space around it, a word is as long as the text.
    let last = context.line[text.end - 1]
    if text.count > 4, last > 0x20, last < 0x80, !text.traits.contains(.hasEscape),
      context.line[text.start] > 0x20
    {
      return
    }
    switch context.line[text.start] {
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "<"), UInt8(ascii: "#"), UInt8(ascii: "\\"), 0x20:
      checkWord(text, context, &findings)
    default: return
    }
  }

  @inline(never)
  private static func checkWord(
    _ text: StringToken, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    var scalars = context.line.scalars(of: text)
    var start = text.start
    while let (scalar, place) = scalars.next(), scalar.properties.isWhitespace { start = place.upperBound }
    let rest = context.line.scalars(in: start..<text.end)
    for word in words {
      guard let end = rest.end(of: word),
        context.line.scalars(in: end..<text.end).allSatisfy(\.scalar.properties.isWhitespace)
      else { continue }
      guard context.example.isInModelTurn(text) else { return }
      let found = StringToken(start: start, end: end, traits: .hasEscape)
      return findings.report(
        NullWordAnswer.self, at: text.start - 1, length: text.count + 2, .string(found))
    }
  }
}

extension TrainingExample {
  /// Whether a text is a part of a model turn. O(turns).
  fileprivate borrowing func isInModelTurn(_ text: StringToken) -> Bool {
    for index in 0..<turns.count where turns[index].role == .model {
      for part in turns[index].firstPart..<turns[index].endOfParts where parts[part].start == text.start {
        return true
      }
    }
    return false
  }
}
