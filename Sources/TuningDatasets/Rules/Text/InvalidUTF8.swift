import Diagnostics

/// TK101: bytes that are not UTF-8.
enum InvalidUTF8: Rule {
  static let description = RuleDescription(
    "TK101", "invalid-utf8", severity: .error, since: "0.1.0",
    message: "the bytes {0} are not valid UTF-8, so the text cannot be read",
    summary: "A dataset is valid UTF-8.",
    rationale: """
      JSON that is exchanged between systems is UTF-8, and Google's parser refuses anything else. A single \
      byte above 7F is usually Latin-1 or Windows-1252 text. ED followed by A0 or above is a UTF-16 \
      surrogate that was encoded by itself. A sequence that ends early is text that was cut between bytes \
      instead of between characters.
      """,
    remedy: """
      convert the text to UTF-8 from the encoding in which it was written, or remove the rest of a \
      character that was cut
      """,
    source: Source("RFC 8259 section 8.1", asOf: "2026-11-23", confidence: .documented),
    examples: [
      .accepts(
        "characters of one to four bytes",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"A café in 東京?"}]},\#
        {"role":"model","parts":[{"text":"Try Kayaba 😀"}]}]}
        """#),
      .rejects(
        "an é in Latin-1", bytes: line(answer: Array("Try the caf".utf8) + [0xe9]),
        at: [answerOffset + 11]),
      .rejects(
        "an emoji encoded as two surrogates",
        bytes: line(answer: Array("Sure ".utf8) + [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]),
        at: [answerOffset + 5]),
      .rejects(
        "a character cut in two", bytes: line(answer: [0xe6, 0x9d, 0xb1, 0xe4, 0xba]),
        at: [answerOffset + 3]),
      .rejects(
        "a slash in two bytes where UTF-8 has one", bytes: line(answer: [0xc0, 0xaf]), at: [answerOffset]),
    ])

  /// How many bytes of `line(answer:)` go before the answer.
  private static let answerOffset = beforeAnswer.count

  private static let beforeAnswer = Array(
    #"""
    {"contents":[{"role":"user","parts":[{"text":"Where to?"}]},{"role":"model","parts":[{"text":"
    """#.utf8)

  /// An example whose answer has these bytes.
  private static func line(answer: [UInt8]) -> [UInt8] {
    beforeAnswer + answer + Array("\"}]}]}\n".utf8)
  }
}
