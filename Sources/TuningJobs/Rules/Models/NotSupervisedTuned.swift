import Diagnostics

/// TK811: a model that was tuned by another method.
enum NotSupervisedTuned: Rule {
  static let description = RuleDescription(
    "TK811", "not-supervised-tuned", severity: .error, since: "0.1.0",
    message: """
      the model was tuned by another method ('{0}'), but continuous tuning needs a model from supervised \
      tuning
      """,
    summary: "The tuned model was created by supervised tuning.",
    rationale: """
      The page about continuous tuning allows models from supervised tuning. Preference or reinforcement \
      tuning can follow supervised tuning, but not come before it.
      """,
    remedy: "continue from a model that was created by supervised tuning",
    source: Source("models/tuning/continuous-tuning", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "a supervised-tuned model", job.replacing("↓", with: ""),
        with: [
          .modelDescription(
            """
            {"name": "projects/123456789012/locations/us-central1/models/1234567890", "versionId": "1",
             "labels": {"tune-type": "sft"}}
            """)
        ]),
      .rejects(
        "the tuning job of another method", job,
        with: [
          .modelDescription(
            """
            {"name": "projects/123456789012/locations/us-central1/tuningJobs/1",
             "supervisedTuningSpec": null,
             "preferenceOptimizationSpec": {"trainingDatasetUri": "gs://acme-data/pairs.jsonl"},
             "tunedModel": {"model": "projects/123456789012/locations/us-central1/models/1234567890@1"}}
            """)
        ]),
    ])

  private static let job = """
    {"preTunedModel": {"tunedModelName": ↓"projects/123456789012/locations/us-central1/models/1234567890@1"},
     "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
    """

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard case .other(let method) = context.modelDescription?.method, let range = context.tunedModelRange
    else { return }
    findings.report(Self.self, at: range, Shown.name(method))
  }
}
