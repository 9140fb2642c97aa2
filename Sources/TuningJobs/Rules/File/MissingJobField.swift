import Diagnostics
import Documents
import JSONLines

/// TK832: a job without a field that every supervised tuning job needs.
enum MissingJobField: Rule {
  static let description = RuleDescription(
    "TK832", "missing-job-field", severity: .error, since: "0.1.0",
    message: "{0} is missing, so {1}",
    summary: """
      A job names the model to tune and the training dataset, and an evaluation names its metrics and its \
      output folder.
      """,
    rationale: """
      The service refuses a job without a model or without a training dataset; the SDK sends such a job \
      anyway. An evaluation needs its metrics, and a folder in Cloud Storage for its results.
      """,
    remedy: "add {0}{2}",
    source: Source(
      "reference/rest/v1beta1/projects.locations.tuningJobs", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "a model and a dataset",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects("neither", "↓{}"),
      .rejects(
        "a local validation dataset that the request leaves out",
        """
        {"baseModel": "gemini-3.1-flash-lite", "datasets": {"validation": ↓"validation.jsonl"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a dataset that is empty",
        """
        {"baseModel": "gemini-3.1-flash-lite", ↓"supervisedTuningSpec": {"trainingDatasetUri": ""}}
        """),
      .rejects(
        "an evaluation without metrics",
        """
        {"baseModel": "gemini-3.1-flash-lite", "location": "us-central1", "supervisedTuningSpec": {
           "trainingDatasetUri": "gs://acme-data/train.jsonl", ↓"evaluation_config": {
             "metrics": [], "output_config": {"gcs_destination": {"output_uri_prefix": "gs://acme-data/out"}}}}}
        """),
      .rejects(
        "an evaluation without a place for its results",
        """
        {"baseModel": "gemini-3.1-flash-lite", "location": "us-central1", "supervisedTuningSpec": {
           "trainingDatasetUri": "gs://acme-data/train.jsonl", ↓"evaluationConfig": {
             "metrics": [{"predefinedMetricSpec": {"metricSpecName": "general_quality_v1"}}]}}}
        """),
      .rejects(
        "no name of the tuned model",
        """
        {↓"preTunedModel": {},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    let job = context.job
    if job.baseModel == nil, job.preTunedModel == nil,
      !Self.modelFields.contains(where: {
        context.isGiven($0) || context.isGiven(["supervisedTuningSpec", $0])
      })
    {
      findings.report(
        Self.self, at: job.beginning, "'baseModel' or 'preTunedModel'",
        "the job does not say which model to tune",
        "")
    }
    // A checkpoint without its model has its own finding.
    if let model = job.preTunedModel, model.value.tunedModelName == nil, model.value.checkpointId == nil,
      !context.isGiven("preTunedModel", "tunedModelName")
    {
      findings.report(
        Self.self, at: model.range, "'preTunedModel.tunedModelName'",
        "the job does not say which model to tune",
        "")
    }
    if let local = job.datasets.validation, job.supervisedTuningSpec != nil,
      !context.isGiven("supervisedTuningSpec", "validationDatasetUri")
    {
      findings.report(
        Self.self, at: local.range, "'supervisedTuningSpec.validationDatasetUri'",
        "the job does not use the local validation dataset", "")
    }
    checkEvaluation(context, &findings)
    let isWrong = job.supervisedTuningSpec == nil && context.isGiven("supervisedTuningSpec")
    if job.supervisedTuningSpec?.value.trainingDatasetUri == nil, !isWrong,
      !context.isGiven("supervisedTuningSpec", "trainingDatasetUri"),
      !["trainingDatasetUri", "trainingDataset"].contains(where: { context.isGiven($0) })
    {
      findings.report(
        Self.self, at: job.supervisedTuningSpec?.range ?? job.beginning,
        "'supervisedTuningSpec.trainingDatasetUri'", "the job has no training dataset", "")
    }
  }

  /// The fields that name a model. In the wrong object, they have a finding there.
  private static let modelFields = ["baseModel", "preTunedModel", "tunedModelName", "sourceModel", "model"]

  /// Reports what an evaluation needs and does not have.
  private static func checkEvaluation(_ context: JobContext, _ findings: inout JobFindings) {
    guard let evaluation = context.job.supervisedTuningSpec?.value.evaluationConfig else { return }
    let field = ["supervisedTuningSpec", "evaluationConfig"]
    if !context.isGiven(field + ["metrics"]) || evaluation.value["metrics"]?.elements.isEmpty == true {
      findings.report(
        Self.self, at: evaluation.range, "'evaluationConfig.metrics'",
        "the evaluation has nothing to measure", "")
    }
    let destination = ["outputConfig", "gcsDestination", "outputUriPrefix"]
    if !context.isGiven(field + destination) {
      findings.report(
        Self.self, at: evaluation.range, "'evaluationConfig.\(destination.joined(separator: "."))'",
        "the evaluation has no place for its results", "")
    }
  }
}
