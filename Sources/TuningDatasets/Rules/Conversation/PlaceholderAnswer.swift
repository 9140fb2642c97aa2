import Diagnostics
import JSONLines

/// TK414: an answer that is a placeholder.
enum PlaceholderAnswer: Rule {
  /// Answers that are placeholders where nothing else is said: in lower case, without white space around them and
  /// without full stops after them.
  static let wholeAnswers = [
    "todo", "tbd", "tba", "fixme", "n/a", "undefined", "[object object]", "xxx", "asdf",
    "to be determined", "to be defined", "to be added", "to be done", "coming soon", "placeholder",
    "answer here", "your answer here", "insert answer here", "[answer]", "<answer>", "[placeholder]",
  ]

  /// Phrases that make an answer a placeholder wherever they appear in it, in lower case.
  static let phrases = [
    "lorem ipsum", "as an ai language model", "as a large language model", "as an ai assistant",
    "as an ai model", "as an ai, i", "insert text here", "insert your text here", "your text goes here",
  ]

  /// The answer that is a number where the example is about Roman numerals.
  private static let thirty = "xxx"

  /// What such an example says, in lower case, in several languages.
  private static let romanWords = [
    "roman", "romain", "römisch", "romeins", "římsk", "rzymsk", "римск", "numeral", "ローマ数字", "罗马数字",
  ]

  /// The length of the longest whole answer, in bytes of UTF-8.
  private static let longestWholeAnswer = wholeAnswers.map(\.utf8.count).max() ?? 0

  /// The bytes of the phrases, by their first.
  private static let phraseBytes = Dictionary(grouping: phrases.map { Array($0.utf8) }) { $0[0] }

  static let description = RuleDescription(
    "TK414", "placeholder-answer", severity: .info, isOffByDefault: true, since: "0.1.0",
    message: "the answer contains '{0}', which looks like a placeholder, and the model would learn to say it",
    summary: "Model turns have real answers, not placeholders.",
    rationale: """
      Data written by hand or by another model can have answers that were never written, filler text, and \
      phrases with which another assistant excuses itself. The model learns them like everything else. \
      Letter case is ignored. `N/A` can be right if it is one of the answers to choose from, so this rule \
      is off by default. `XXX` is not reported in an example about Roman numerals. An answer that is only \
      `None`, `null`, `nil`, `nan`, `<NA>` or `#N/A` has a rule of its own, TK416.
      """,
    remedy: "write the real answer, or remove the example",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "a question about it, and a longer answer with the word",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"TODO"}]},\#
        {"role":"model","parts":[{"text":"What is still to do? Send me your TODO list."}]}]}
        """#),
      .accepts(
        "a Roman numeral",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Write 30 in Roman numerals."}]},\#
        {"role":"model","parts":[{"text":"XXX"}]}]}
        """#),
      .accepts(
        "a word for a missing value, which another rule reports",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Weight?"}]},{"role":"model","parts":[{"text":"None"}]}]}
        """#, alongside: ["TK416"]),
      .rejects(
        "three letters where nothing is about Roman numerals",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"The capital of Peru?"}]},\#
        {"role":"model","parts":[{"text":↓"XXX"}]}]}
        """#),
      .rejects(
        "an answer still to be written",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"The capital of Peru?"}]},\#
        {"role":"model","parts":[{"text":↓"TODO"}]}]}
        """#),
      .rejects(
        "no answer",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"The capital of Peru?"}]},\#
        {"role":"model","parts":[{"text":↓" n/a.\n"}]}]}
        """#),
      .rejects(
        "filler text",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Write a product text."}]},\#
        {"role":"model","parts":[{"text":↓"Lorem ipsum dolor sit amet."}]}]}
        """#),
      .rejects(
        "another assistant's excuse",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"The capital of Peru?"}]},\#
        {"role":"model","parts":[{"text":↓"Sorry, but as an AI language model I cannot travel."}]}]}
        """#),
    ])

  static func check(_ text: StringToken, _ context: borrowing ExampleContext, _ findings: inout LineFindings)
  {
    let bytes = context.line.unescaped(text)
    let answer = String(decoding: bytes, as: UTF8.self)
    guard let found = wholeAnswer(answer) ?? phrase(answer, bytes) else { return }
    if found == thirty, isAboutRomanNumerals(context) { return }
    findings.report(PlaceholderAnswer.self, at: text.start - 1, length: text.count + 2) {
      ($0.keep(found), .none, .none)
    }
  }

  /// Whether a text of the example has a word about Roman numerals. O(texts).
  private static func isAboutRomanNumerals(_ context: borrowing ExampleContext) -> Bool {
    for index in 0..<context.example.parts.count where context.example.parts[index].kind == .text {
      let text = context.line.unescaped(context.example.parts[index].token)
      let lowercased = String(decoding: text, as: UTF8.self).lowercased()
      if romanWords.contains(where: lowercased.contains) { return true }
    }
    return false
  }

  /// The placeholder that an answer is. All of them are ASCII, so no letter case makes a longer text one of them.
  private static func wholeAnswer(_ answer: String) -> String? {
    var whole = answer.drop { $0.isWhitespace }
    while let last = whole.last, last.isWhitespace || last == "." { whole.removeLast() }
    guard whole.utf8.count <= longestWholeAnswer else { return nil }
    let lowercased = whole.lowercased()
    return wholeAnswers.first { $0 == lowercased }
  }

  /// The phrase that an answer contains. One pass over the bytes shows that most answers contain no phrase.
  private static func phrase(_ answer: String, _ bytes: [UInt8]) -> String? {
    guard bytes.indices.contains(where: { holdsPhrase(bytes, at: $0) }) else { return nil }
    let lowercased = answer.lowercased()
    return phrases.first { lowercased.contains($0) }
  }

  /// Whether the bytes from an offset on are those of a phrase, in capitals or not.
  private static func holdsPhrase(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard let phrases = phraseBytes[lowercased(bytes[offset])] else { return false }
    return phrases.contains { phrase in
      phrase.count <= bytes.count - offset
        && phrase.indices.allSatisfy { lowercased(bytes[offset + $0]) == phrase[$0] }
    }
  }

  /// A letter of ASCII in lower case; any other byte as it is.
  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
