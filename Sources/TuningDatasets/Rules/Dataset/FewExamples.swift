import Diagnostics
import ModelCatalog

/// TK701: a training dataset with few examples.
enum FewExamples: Rule {
  /// An example for datasets where only the length matters.
  private static let example =
    #"""
    {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
    """#

  static let description = RuleDescription(
    "TK701", "few-examples", severity: .info, also: .warning, when: "there are fewer than 20 examples",
    since: "0.1.0",
    message: "the training dataset has few examples ({0}); Google recommends starting with {1}",
    summary: "A training dataset has at least 100 examples.",
    rationale: """
      No minimum is documented, and jobs with ten examples have run. Google recommends starting with 100 \
      examples and values their quality more than their number. From very few examples, a model learns the \
      examples rather than the task.
      """,
    remedy: "add examples of the same quality until there are about {1}",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts("100 examples", example, repeated: 100),
      .accepts(
        "lines in another format, which are not examples, beside none",
        #"{"prompt":"Hi","completion":"Hello!"}"#, repeated: 5, alongside: ["TK311"]),
      .accepts("a small validation dataset", example, repeated: 10, besideTraining: 100),
      .rejects("99 examples", example, repeated: 99),
      .rejects("20 examples", example, repeated: 20),
      .rejects("19 examples", example, as: .warning, repeated: 19),
      .rejects("one example", example, as: .warning),
    ])

  static func check(_ training: DatasetTotals, _ limits: TuningLimits, _ ledger: inout FindingLedger) {
    // A dataset without examples, or one that could not be read, has a finding that says more.
    guard training.isComplete, training.examples > 0, training.examples < limits.recommendedExamples.value
    else {
      return
    }
    ledger.add(
      FewExamples.self, as: training.examples < limits.fewExamples.value ? .warning : .info,
      "\(training.examples)",
      "\(limits.recommendedExamples.value)")
  }
}
