import Diagnostics
import ModelCatalog

/// TK814: a checkpoint without a tuned model.
enum CheckpointWithoutTunedModel: Rule {
  static let description = RuleDescription(
    "TK814", "checkpoint-without-tuned-model", severity: .error, since: "0.1.0",
    message: "checkpoint '{0}' has no tuned model ({1})",
    summary: "A checkpoint is given together with the name of its tuned model.",
    rationale: """
      A base model has no checkpoints to continue from. The SDK silently drops a checkpoint that is given \
      with a base model, and tunes the base model from the start.
      """,
    remedy: "remove 'checkpointId', or write the tuned model's name in 'preTunedModel.tunedModelName'{2}",
    source: Source("google-genai 3.4.0, tunings.py", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts(
        "a checkpoint of a tuned model",
        """
        {"preTunedModel": {"checkpointId": "1",
           "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a checkpoint of a base model",
        """
        {"baseModel": "gemini-3.1-flash-lite", "preTunedModel": {"checkpointId": ↓"1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a checkpoint alone",
        """
        {"preTunedModel": {"checkpointId": ↓"1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let id = lonelyCheckpoint(context) else { return }
    findings.report(
      Self.self, at: id.range, Shown.name(id.value),
      context.job.baseModel == nil
        ? "'tunedModelName' is missing" : "a base model has no checkpoints",
      context.job.baseModel == nil ? "" : " and remove 'baseModel'")
  }

  /// A checkpoint that is given without the name of a tuned model.
  static func lonelyCheckpoint(_ context: JobContext) -> Placed<String>? {
    context.isGiven("preTunedModel", "tunedModelName") ? nil : context.job.preTunedModel?.value.checkpointId
  }
}
