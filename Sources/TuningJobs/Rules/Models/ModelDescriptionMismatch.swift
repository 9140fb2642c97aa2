import Diagnostics

/// TK840: the description of a model that the job does not tune.
enum ModelDescriptionMismatch: Rule {
  static let description = RuleDescription(
    "TK840", "model-description-mismatch", severity: .error, since: "0.1.0",
    message: "the model description {0}, so it was not used",
    summary: "The model description that is given is that of the model that the job continues from.",
    rationale: """
      A description says when and how a model was tuned, and which checkpoints it has. Of another model or \
      another version it says nothing about this job, so the checks that need a description do not run.
      """,
    remedy: "{1}",
    remedyInGeneral: "give the description of the model that the job continues from, or none",
    source: Source("tunekit", asOf: "2026-11-28", confidence: .documented),
    examples: [
      .accepts("the description of the job's model", job.replacing("↓", with: ""), with: [model("@1")]),
      .rejects("the description of another version", job, with: [model("@2")]),
      .rejects(
        "a description, and a job that tunes a base model",
        """
        {"baseModel": ↓"gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """, with: [model("@1")]),
    ])

  private static let job = """
    {"preTunedModel": {"tunedModelName": ↓"projects/123456789012/locations/us-central1/models/1234567890@1"},
     "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
    """

  private static func model(_ version: String) -> RuleExample.Setting {
    .modelDescription(
      #"{"name": "projects/123456789012/locations/us-central1/models/1234567890\#(version)"}"#)
  }

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let mismatch = context.descriptionMismatch else { return }
    findings.report(
      Self.self, at: context.modelRange, mismatch,
      context.job.preTunedModel == nil
        ? "check the job without a model description"
        : "give the description of the model that the job tunes")
  }
}
