import Diagnostics

/// TK813: a checkpoint that the tuned model does not have.
enum UnknownCheckpoint: Rule {
  static let description = RuleDescription(
    "TK813", "unknown-checkpoint", severity: .error, since: "0.1.0",
    message: "'{0}' is not a checkpoint of the model ({1})",
    summary: "The checkpoint is one of those that the tuned model has.",
    rationale: """
      Tuning saves about one checkpoint per epoch, at most about ten, and numbers them from 1. The number \
      is not the epoch. Without a checkpoint, the service uses the model's default checkpoint, which is the \
      final one unless it was changed.
      """,
    remedy: "write the id of one of the model's checkpoints, or remove 'checkpointId' to use the default one",
    source: Source("models/tuning/checkpoints", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "a checkpoint of the model",
        """
        {"preTunedModel": {"checkpointId": "2",
           "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """, with: [.modelDescription(model)]),
      .accepts(
        "any checkpoint, if the checkpoints of the model are not known",
        """
        {"preTunedModel": {"checkpointId": "7",
           "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a checkpoint that the model does not have",
        """
        {"preTunedModel": {"checkpointId": ↓"3",
           "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """, with: [.modelDescription(model)]),
      .rejects(
        "an id that no checkpoint can have",
        """
        {"preTunedModel": {"checkpointId": "↓epoch 1",
           "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
    ])

  private static let model = """
    {"name": "projects/123456789012/locations/us-central1/models/1234567890", "versionId": "1",
     "defaultCheckpointId": "2",
     "checkpoints": [{"checkpointId": "1", "epoch": "1"}, {"checkpointId": "2", "epoch": "2"}]}
    """

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let id = context.job.preTunedModel?.value.checkpointId else { return }
    do throws(NameFault) {
      _ = try CheckpointID(id.value)
    } catch {
      return findings.report(
        Self.self, at: id.range(of: error), Shown.name(id.value), "the id \(error.problem)")
    }
    guard let model = context.modelDescription, let known = model.checkpoints,
      !known.contains(where: { $0.id == id.value })
    else { return }
    let more = known.count - mostListed
    let list = Shown.list(
      known.prefix(mostListed).map(inWords) + (more > 0 ? ["\(more) more"] : []))
    let byDefault = model.defaultCheckpointID.map { "; the default is \(Shown.name($0))" } ?? ""
    findings.report(Self.self, at: id.range, Shown.name(id.value), "it has \(list)\(byDefault)")
  }

  /// Tuning makes about ten at most; a description may say otherwise.
  private static let mostListed = 20

  /// A checkpoint and its epoch, which is not in its id.
  private static func inWords(_ checkpoint: ModelDescription.Checkpoint) -> String {
    Shown.name(checkpoint.id) + (checkpoint.epoch.map { " (epoch \($0))" } ?? "")
  }
}
