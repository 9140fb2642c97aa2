import Diagnostics
import ModelCatalog

/// TK814: a checkpoint of no tuned model.
enum CheckpointWithoutTunedModel: Rule {
  static let description = RuleDescription(
    "TK814", "checkpoint-without-tuned-model", severity: .error, since: "0.2.0",
    message: "checkpoint '{0}' belongs to no tuned model ({1})",
    summary: "A checkpoint stands beside the name of the tuned model that has it.",
    rationale: """
      A base model has no checkpoints to go on from. The SDK drops a checkpoint silently where the model is a base model, \
      and tunes that from its beginning.
      """,
    remedy:
      "write the tuned model's name into 'preTunedModel.tunedModelName', or leave 'checkpointId' out",
    source: Source("google-genai 3.4.0, tunings.py", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts(
        "a checkpoint of a tuned model",
        """
        {"preTunedModel": {"checkpointId": "1",
           "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
      .rejects(
        "a checkpoint of a base model",
        """
        {"baseModel": "gemini-3.1-flash-lite", "preTunedModel": {"checkpointId": ↓"1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
      .rejects(
        "a checkpoint alone",
        """
        {"preTunedModel": {"checkpointId": ↓"1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let id = lonelyCheckpoint(context) else { return }
    findings.report(
      Self.self, at: id.range, Shown.name(id.value),
      context.job.baseModel == nil
        ? "'tunedModelName' is missing" : "a base model is tuned from its beginning")
  }

  /// A checkpoint beside which no name of a tuned model stands.
  static func lonelyCheckpoint(_ context: JobContext) -> Placed<String>? {
    context.isGiven("preTunedModel", "tunedModelName") ? nil : context.job.preTunedModel?.value.checkpointId
  }
}
