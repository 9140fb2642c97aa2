import Diagnostics
import ModelCatalog

/// TK823: a number of epochs below 1.
enum InvalidEpochCount: Rule {
  static let description = RuleDescription(
    "TK823", "invalid-epoch-count", severity: .error, since: "0.1.0",
    message: "field 'epochCount' is {0}, but tuning needs at least one epoch",
    summary: "A job has at least one epoch.",
    rationale: """
      An epoch is one pass over the training dataset. Without a number, the service chooses one by the size \
      of the dataset; no page gives a maximum.
      """,
    remedy: "set 'epochCount' to 1 or more, or remove it",
    source: Source("models/tuning/supervised-tuning", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts("one epoch", job(#""1""#)),
      .rejects("none", job("↓0")),
      .rejects("fewer than none", job(#"↓"-3""#)),
    ])

  private static func job(_ epochCount: String) -> String {
    """
    {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
      "trainingDatasetUri": "gs://acme-data/train.jsonl", "hyperParameters": {"epochCount": \(epochCount)}}}
    """
  }

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let count = context.job.supervisedTuningSpec?.value.hyperParameters?.value.epochCount,
      count.value < 1
    else { return }
    findings.report(Self.self, at: count.range, "\(count.value)")
  }
}
