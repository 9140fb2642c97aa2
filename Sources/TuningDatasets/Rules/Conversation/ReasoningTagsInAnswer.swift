import Diagnostics
import JSONLines

/// TK419: an answer with the tags in which other models think.
enum ReasoningTagsInAnswer: Rule {
  /// The tags, in lower case.
  static let tags = [
    "<think>", "</think>", "<thinking>", "</thinking>", "<thought>", "<thoughts>", "<reasoning>",
    "</reasoning>",
    "<reflection>", "<scratchpad>", "<|begin_of_thought|>",
  ]

  /// Whether a character can follow the `<` of a tag.
  private static func canFollow(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && seconds[Int(scalar.value)]
  }

  /// The ASCII characters that come second in a tag, in lower case or in capitals.
  private static let seconds = {
    var seconds = ContiguousArray(repeating: false, count: 128)
    for tag in tags {
      for form in [tag, tag.uppercased()] {
        if let second = form.utf8.dropFirst().first { seconds[Int(second)] = true }
      }
    }
    return seconds
  }()

  static let description = RuleDescription(
    "TK419", "reasoning-tags-in-answer", severity: .info, isOffByDefault: true, since: "0.1.0",
    message: "the answer has the tag '{0}', and the model would learn to write its reasoning as text",
    summary: "The model's answers have no tags of other models' reasoning.",
    rationale: """
      Answers of other models begin with their reasoning between tags such as `<think>`. To Gemini, these \
      tags are ordinary text. It thinks in parts of their own, which tuning leaves out. The tags may be \
      meant, so this rule is off by default.
      """,
    remedy: "remove the reasoning and its tags from the answer, if the model is not meant to write them",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "the tag in a question, and other tags in an answer",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Why does it write <think>?"}]},\#
        {"role":"model","parts":[{"text":"I <b>think</b> that is its reasoning."}]}]}
        """#),
      .rejects(
        "another model's reasoning: the first tag of each text",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"The capital of Peru?"}]},\#
        {"role":"model","parts":[{"text":"↓<think>It is on the coast.</think>Lima"}]},\#
        {"role":"user","parts":[{"text":"And of Chile?"}]},\#
        {"role":"model","parts":[{"text":"Inland.↓\u003C/Think>Santiago"}]}]}
        """#),
    ])

  /// Looks at a text of a model turn that may have `<`.
  static func check(_ text: StringToken, _ context: borrowing ExampleContext, _ findings: inout LineFindings)
  {
    var scalars = context.line.scalars(of: text)
    scalars.skip(to: UInt8(ascii: "<"))
    while let (scalar, place) = scalars.next() {
      var next = scalars
      if scalar == "<", let (second, _) = next.next(), canFollow(second) {
        let rest = context.line.scalars(in: place.lowerBound..<text.end)
        for tag in tags {
          guard let end = rest.end(of: tag, ignoringCase: true) else { continue }
          let found = StringToken(start: place.lowerBound, end: end, traits: .hasEscape)
          return findings.report(
            ReasoningTagsInAnswer.self, at: found.start, length: found.count, .string(found))
        }
      }
      scalars.skip(to: UInt8(ascii: "<"))
    }
  }
}
