import Diagnostics
import ModelCatalog

/// TK702: a training dataset with more examples than a job accepts.
enum TooManyExamples: Rule {
  static let description = RuleDescription(
    "TK702", "too-many-examples", severity: .error, since: "0.1.0",
    message: "the training dataset has {0} examples, but a tuning job accepts at most {1} {2} examples",
    summary: "A training dataset has at most 10 million text examples, or 300,000 multimodal ones.",
    rationale: """
      The documentation gives both limits for every Gemini model that can be tuned. An example is \
      multimodal if it contains a file or other media. It is not documented which limit applies to a mixed \
      dataset.
      """,
    remedy: """
      keep the {1} best examples, or tune in several jobs, each continuing from the model of the previous \
      one
      """,
    source: Source("models/tuning/supervised-tuning", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "as many text examples as a job accepts",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#, repeated: 3, with: [.maximumExamples(text: 3, multimodal: 1)]),
      .accepts(
        "as many multimodal examples as a job accepts",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/photos/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, repeated: 2, with: [.maximumExamples(text: 4, multimodal: 2)]),
      .rejects(
        "one text example more",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#, repeated: 4, with: [.maximumExamples(text: 3, multimodal: 1)]),
      .rejects(
        "one multimodal example more",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/photos/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, repeated: 3, with: [.maximumExamples(text: 4, multimodal: 2)]),
    ])

  static func check(_ training: DatasetTotals, _ limits: TuningLimits, _ ledger: inout FindingLedger) {
    if let most = limits.maxMultimodalExamples.value, training.multimodalExamples > most {
      ledger.add(TooManyExamples.self, "\(training.multimodalExamples)", "\(most)", "multimodal")
    } else if let most = limits.maxTextExamples.value, training.examples > most {
      ledger.add(TooManyExamples.self, "\(training.examples)", "\(most)", "text")
    }
  }
}
