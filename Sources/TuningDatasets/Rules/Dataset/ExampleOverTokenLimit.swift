import Diagnostics
import ModelCatalog

/// TK703: an example of more tokens than the service takes.
enum ExampleOverTokenLimit: Rule {
  static let description = RuleDescription(
    "TK703", "example-over-token-limit", severity: .error,
    also: .warning,
    when: """
      the number of tokens is an estimate that is over nine tenths of the limit, the vocabulary of the model is not known to \
      be Gemma 3's, or the limit is not documented for the file
      """,
    since: "0.1.0",
    message: """
      the example has {0} tokens and the limit is {1}; the service leaves an example over the limit out of the tuning, \
      without an error
      """,
    summary: "An example, input and output together, has no more tokens than the model takes.",
    rationale: """
      The service drops longer examples and reports their number only when the job is done. tunekit estimates the \
      tokens of Gemma 3's vocabulary, with which Google's SDK counts for Gemini 2.x: by neighbouring characters, in \
      samples of 512 bytes in every 16 KiB. On 87 kinds of texts that its figures were not made of, half are within 3 % of the \
      count, and 95 % within 7 %, so a warning begins at nine tenths; of single examples, 95 % are within 14 %. \
      For a model of Gemini 2.x it is an error if there are more than 16 characters other than white space for each token \
      of the limit, since no token has more, or if `--tokenizer` counts more tokens than a documented limit. Later models are \
      counted by another vocabulary, and so may be what is tuned if no model is given. Media are not counted. No page \
      gives a limit for validation examples; that of training is assumed.
      """,
    remedy: "shorten the example, or split it into several of at most {1} tokens each",
    source: Source("models/tuning/supervised-tuning", asOf: "2026-09-25", confidence: .documented),
    examples: [
      .accepts(
        "as many tokens as nine tenths of the limit",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Count to twelve."}]},\#
        {"role":"model","parts":[{"text":"1 2 3 4 5 6 7 8 9 10"}]}]}
        """#, with: [.maximumTokens(27)]),
      .accepts(
        "letters written as escapes, which are two bytes each",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"\u0434\u0430?"}]},\#
        {"role":"model","parts":[{"text":"\u0434\u0430, \u043a\u043e\u043d\u0435\u0447\u043d\u043e"}]}]}
        """#, with: [.maximumTokens(9)]),
      .rejects(
        "an estimate just under the limit",
        #"""
        ↓{"contents":[{"role":"user","parts":[{"text":"Count to twelve."}]},\#
        {"role":"model","parts":[{"text":"1 2 3 4 5 6 7 8 9 10 11"}]}]}
        """#, as: .warning, with: [.maximumTokens(29)]),
      .rejects(
        "an estimate over the limit, and an example in front that is not",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        ↓{"contents":[{"role":"user","parts":[{"text":"Count to twelve."}]},\#
        {"role":"model","parts":[{"text":"1 2 3 4 5 6 7 8 9 10 11 12"}]}]}
        """#, as: .warning, alongside: ["TK704"], with: [.maximumTokens(25)]),
      .rejects(
        "more letters than so many tokens can have",
        #"""
        ↓{"contents":[{"role":"user","parts":[{"text":"Which is the longest word?"}]},\#
        {"role":"model","parts":[{"text":"Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"}]}]}
        """#, alongside: ["TK704"], with: [.model("gemini-2.5-flash"), .maximumTokens(4)]),
      .rejects(
        "the same for a model whose vocabulary is another",
        #"""
        ↓{"contents":[{"role":"user","parts":[{"text":"Which is the longest word?"}]},\#
        {"role":"model","parts":[{"text":"Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"}]}]}
        """#, as: .warning, alongside: ["TK704"], with: [.model("gemini-3.5-flash"), .maximumTokens(4)]),
    ])

  /// No piece of Gemma 3's vocabulary has more characters, but for those of white space, which have up to 31.
  static let mostCharactersPerToken = 16

  /// Whether an example may be near the limit: a token has at least a byte.
  @inline(__always)
  static func mayConcern(_ example: borrowing TrainingExample, limit: Int) -> Bool {
    isNear(limit, example.textBytes)
  }

  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    let limit = context.tokenLimit
    if let count = context.countedTokens {
      guard count > limit.value else { return }
      findings.report(
        ExampleOverTokenLimit.self, at: context.example.offset,
        as: context.isTokenLimitSure ? .error : .warning, .number(count), .number(limit.value))
    } else if let size = context.textSize, isNear(limit.value, size.estimatedTokens) {
      let isSure = context.isTokenLimitSure && size.characters / mostCharactersPerToken > limit.value
      findings.report(
        ExampleOverTokenLimit.self, at: context.example.offset, as: isSure ? .error : .warning
      ) { ($0.keep("about \(size.estimatedTokens)"), .number(limit.value), .none) }
    }
  }

  private static func isNear(_ limit: Int, _ tokens: Int) -> Bool { 10 * tokens > 9 * limit }
}
