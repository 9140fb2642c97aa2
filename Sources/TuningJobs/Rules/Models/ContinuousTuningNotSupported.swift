import Diagnostics
import ModelCatalog

/// TK809: a tuned model whose base model does not support continuous tuning.
enum ContinuousTuningNotSupported: Rule {
  static let description = RuleDescription(
    "TK809", "continuous-tuning-not-supported", severity: .error, also: .warning,
    when: "this is not documented, or the base model is unknown", since: "0.1.0",
    message: "the model was tuned from {0}, {1}",
    summary: "The base model of the tuned model supports continuous tuning.",
    rationale: """
      The page about continuous tuning lists the base models whose tuned models can be tuned again. It is \
      shorter than the list of models that can be tuned.
      """,
    remedy: "start from a base model, or from a model that was tuned from {2}",
    source: Source("models/tuning/continuous-tuning", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "a base that is on the list",
        job.replacing("↓", with: ""),
        with: [.modelDescription(model(label: "gemini-3_1-flash-lite"))]),
      .rejects(
        "a base that was never on the list", job,
        with: [.modelDescription(model(label: "gemini-2_0-flash-001"))]),
      .rejects(
        "a base that is not at the beginning of the newest list, the only part that could be read", job,
        as: .warning,
        with: [.modelDescription(model(label: "gemini-3_5-flash-lite"))]),
      .rejects(
        "a base that is not known", job, as: .warning,
        with: [.modelDescription(model(label: "gemini-9_9-flash"))]),
    ])

  private static let job = """
    {"preTunedModel": {"tunedModelName": ↓"projects/123456789012/locations/us-central1/models/1234567890@1"},
     "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
    """

  private static func model(label: String) -> String {
    """
    {"name": "projects/123456789012/locations/us-central1/models/1234567890", "versionId": "1",
     "labels": {"google-vertex-llm-tuning-base-model-id": "\(label)", "tune-type": "sft"}}
    """
  }

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let id = context.modelDescription?.baseModelID, let range = context.tunedModelRange else { return }
    let catalog = context.catalog
    let listed = Shown.list(
      catalog.models.filter(\.supportsContinuousTuning.value).map(\.displayName), "or")
    if let fact = catalog.model(id: id)?.supportsContinuousTuning {
      guard !fact.value else { return }
      findings.report(
        Self.self, at: range, as: fact.isCertain ? nil : .warning, Shown.name(id),
        fact.isCertain
          ? "which does not support continuous tuning"
          : "which probably does not support continuous tuning",
        listed)
    } else if let fact = catalog.untunable(named: id)?.isTunable {
      findings.report(
        Self.self, at: range, as: fact.isCertain ? nil : .warning, Shown.name(id),
        "which does not support continuous tuning", listed)
    } else {
      findings.report(
        Self.self, at: range, as: .warning, Shown.name(id),
        "and it is not known whether that supports continuous tuning", listed)
    }
  }
}
