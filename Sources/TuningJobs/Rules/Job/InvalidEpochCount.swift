import Diagnostics
import ModelCatalog

/// TK823: a number of epochs with which nothing is learnt.
enum InvalidEpochCount: Rule {
  static let description = RuleDescription(
    "TK823", "invalid-epoch-count", severity: .error, since: "0.2.0",
    message: "a job with an 'epochCount' of {0} is none, for nothing is learnt in less than one epoch",
    summary: "A job has at least one epoch.",
    rationale: """
      An epoch is one pass over the training dataset. Without a number the service chooses one by the dataset's size; no \
      page names a largest one.
      """,
    remedy: "write a number from 1, or leave 'epochCount' out",
    source: Source("models/tuning/supervised-tuning", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts("one epoch", job(#""1""#)),
      .rejects("none", job("↓0")),
      .rejects("fewer than none", job(#"↓"-3""#)),
    ])

  private static func job(_ epochCount: String) -> String {
    """
    {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
      "trainingDatasetUri": "gs://my-bucket/train.jsonl", "hyperParameters": {"epochCount": \(epochCount)}}}
    """
  }

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let count = context.job.supervisedTuningSpec?.value.hyperParameters?.value.epochCount,
      count.value < 1
    else { return }
    findings.report(Self.self, at: count.range, "\(count.value)")
  }
}
