import Diagnostics
import JSONLines

/// TK710: a few examples with another system instruction than the rest, or other tools.
enum InconsistentInstruction: Rule {
  /// Nine examples that have the same system instruction, without the last line feed.
  private static let common = (1...9).map { number in
    #"{"systemInstruction":{"parts":[{"text":"Be brief."}]},"contents":[{"role":"user","parts":[{"text":"\#(number)?"}]},"#
      + #"{"role":"model","parts":[{"text":"\#(number)!"}]}]}"#
  }.joined(separator: "\n")

  static let description = RuleDescription(
    "TK710", "inconsistent-instruction", severity: .info, since: "0.1.0",
    message: "the example has {0}, which may be meant",
    summary: "Nearly all examples have the same system instruction and tools, or many have others.",
    rationale: """
      A tuned model works best with the system instruction and the tools that it was trained with. If nine of ten \
      examples or more have the same, the others were probably forgotten when it was changed. A validation dataset is \
      compared with its training dataset likewise. Where examples are of several tasks, or each has its own, \
      nothing is reported.
      """,
    remedy: "use the same in all examples, and later with the tuned model, unless the difference is meant",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts("nine examples with the same system instruction", common),
      .accepts(
        "examples of two tasks",
        #"""
        {"systemInstruction":{"parts":[{"text":"Be brief."}]},\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        {"systemInstruction":{"parts":[{"text":"Translate into French."}]},\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Bonjour !"}]}]}
        """#),
      .rejects(
        "one of ten without the system instruction",
        common + "\n"
          + #"↓{"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}"#
      ),
      .rejects(
        "another system instruction than in training", "↓" + common, besideTraining: 20),
    ])

  /// What is compared.
  enum Subject: String {
    case instruction = "system instruction"
    case tools

    /// What an example has that differs.
    fileprivate func phrase(_ own: ContentDigest, _ common: ContentDigest) -> String {
      switch self {
      case .instruction:
        own == .zero
          ? "no system instruction, unlike"
          : common == .zero
            ? "a system instruction, unlike" : "another system instruction than"
      case .tools:
        own == .zero ? "no tools, unlike" : common == .zero ? "tools, unlike" : "other tools than"
      }
    }
  }

  /// Adds the first example that differs from nearly all others of its dataset.
  static func check(_ dataset: InstructionsOfDataset, _ subject: Subject) -> [(file: Int, Finding)] {
    guard let common = dataset.common,
      let other = dataset.variants.first(where: { $0.digest != common.digest })
    else { return [] }
    let phrase = subject.phrase(other.digest, common.digest)
    return [
      finding("\(phrase) \(common.examples) of the \(dataset.examples) examples", other, common, dataset)
    ]
  }

  /// Adds the first validation example if nearly all of them differ from nearly all of training.
  static func check(
    _ validation: InstructionsOfDataset, beside training: InstructionsOfDataset, _ subject: Subject
  ) -> [(file: Int, Finding)] {
    guard let common = training.common, let own = validation.common, own.digest != common.digest else {
      return []
    }
    let phrase = subject.phrase(own.digest, common.digest)
    return [
      finding(
        "\(phrase) \(common.examples) of the \(training.examples) training examples", own, common, validation)
    ]
  }

  private static func finding(
    _ phrase: String, _ own: InstructionsOfDataset.Variant, _ common: InstructionsOfDataset.Variant,
    _ dataset: InstructionsOfDataset
  ) -> (file: Int, Finding) {
    let place = RelatedPlace(
      path: own.file == common.file ? nil : common.path, location: common.first.location,
      message: "the first of those")
    return (
      own.file,
      Finding(InconsistentInstruction.self, phrase, at: own.first.location).with(related: [place])
    )
  }
}
