import Diagnostics
import ModelCatalog

/// TK828: an evaluation that the service does not support.
enum EvaluationNotSupported: Rule {
  static let description = RuleDescription(
    "TK828", "evaluation-not-supported", severity: .error, since: "0.1.0",
    message: "checkpoints cannot be evaluated {0}, only in us-central1 and with text datasets",
    summary: "Checkpoints are evaluated only in us-central1, and only with text datasets.",
    rationale: """
      The evaluation of checkpoints is a preview in one region. With a dataset that contains media, the job \
      fails after it has started.
      """,
    remedy: "remove 'evaluationConfig', or {1}",
    source: Source("models/tuning/supervised-tuning", asOf: "2026-08-22", confidence: .documented),
    serviceSays: """
      Failed to convert GeminiTuneExamples to Evaluation Examples. Multimodal is not supported for tunex evaluation \
      datasets at this time.
      """,
    examples: [
      .accepts("in the one region", job("us-central1", "")),
      .rejects("in another region", job("europe-west4", "↓")),
      .rejects("with media", job("us-central1", "↓"), with: [.mediaInDatasets]),
    ])

  private static func job(_ location: String, _ mark: String) -> String {
    """
    {"location": "\(location)", "baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
      "trainingDatasetUri": "gs://acme-data/train.jsonl", \(mark)"evaluationConfig": {
        "metrics": [{"predefinedMetricSpec": {"metricSpecName": "general_quality_v1"}}],
        "outputConfig": {"gcsDestination": {"outputUriPrefix": "gs://acme-data/evaluation"}}}}}
    """
  }

  private static let region = "us-central1"

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let evaluation = context.job.supervisedTuningSpec?.value.evaluationConfig else { return }
    if let location = context.jobLocation, location.description != region,
      !LocationNotSupported.isDoubtful(context)
    {
      findings.report(Self.self, at: evaluation.range, "in '\(location)'", "run the job in '\(region)'")
    } else if context.datasetsHoldMedia == true {
      findings.report(
        Self.self, at: evaluation.range, "with datasets that contain media", "use text datasets")
    }
  }
}
