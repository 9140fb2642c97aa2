import Diagnostics
import ModelCatalog

/// TK824: a learning rate multiplier that is not above 0.
enum InvalidLearningRateMultiplier: Rule {
  static let description = RuleDescription(
    "TK824", "invalid-learning-rate-multiplier", severity: .error, since: "0.1.0",
    message: "field 'learningRateMultiplier' is {0}, but must be above 0 for the model to learn",
    summary: "The multiplier of the learning rate is above 0.",
    rationale: """
      The service multiplies its own learning rate for the model by this number; 1 leaves it unchanged. No \
      page gives a range, but at 0 nothing is learned, and below 0 the model learns the opposite of the \
      examples.
      """,
    remedy: "set 'learningRateMultiplier' to a number above 0, or remove it",
    source: Source("models/tuning/supervised-tuning", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts("a small multiplier", job("0.01")),
      .rejects("0", job("↓0")),
      .rejects("a multiplier below 0", job("↓-1.0")),
    ])

  private static func job(_ multiplier: String) -> String {
    """
    {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
      "trainingDatasetUri": "gs://acme-data/train.jsonl",
      "hyperParameters": {"learningRateMultiplier": \(multiplier)}}}
    """
  }

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    let parameters = context.job.supervisedTuningSpec?.value.hyperParameters?.value
    guard let multiplier = parameters?.learningRateMultiplier, multiplier.value <= 0 else { return }
    findings.report(Self.self, at: multiplier.range, "\(multiplier.value)")
  }
}
