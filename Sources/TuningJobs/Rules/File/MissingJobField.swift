import Diagnostics
import Documents
import JSONLines

/// TK832: a job without something that every supervised tuning job needs.
enum MissingJobField: Rule {
  static let description = RuleDescription(
    "TK832", "missing-job-field", severity: .error, since: "0.2.0",
    message: "{0} is missing, so {1}",
    summary:
      "A job says which model is tuned, where the training dataset is, and how it is evaluated if it is.",
    rationale: """
      The service refuses a job without a model or without a training dataset; the SDK sends it all the same. An evaluation \
      needs its metrics and a folder in Cloud Storage for its results.
      """,
    remedy: "add {0}",
    source: Source(
      "reference/rest/v1beta1/projects.locations.tuningJobs", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "a model and a dataset",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
      .rejects("neither", "↓{}"),
      .rejects(
        "a local validation dataset that the request leaves out",
        """
        {"baseModel": "gemini-3.1-flash-lite", "datasets": {"validation": ↓"validation.jsonl"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
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
           "trainingDatasetUri": "gs://my-bucket/train.jsonl", ↓"evaluation_config": {
             "metrics": [], "output_config": {"gcs_destination": {"output_uri_prefix": "gs://my-bucket/out"}}}}}
        """),
      .rejects(
        "an evaluation without a place for its results",
        """
        {"baseModel": "gemini-3.1-flash-lite", "location": "us-central1", "supervisedTuningSpec": {
           "trainingDatasetUri": "gs://my-bucket/train.jsonl", ↓"evaluationConfig": {
             "metrics": [{"predefinedMetricSpec": {"metricSpecName": "general_quality_v1"}}]}}}
        """),
      .rejects(
        "no name of the tuned model",
        """
        {↓"preTunedModel": {},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    let job = context.job
    if job.baseModel == nil, job.preTunedModel == nil, !context.isGiven("baseModel"),
      !context.isGiven("preTunedModel")
    {
      findings.report(
        Self.self, at: job.beginning, "'baseModel' or 'preTunedModel'", "nothing says which model is tuned")
    }
    // A checkpoint without its model is a finding of its own.
    if let model = job.preTunedModel, model.value.tunedModelName == nil, model.value.checkpointId == nil,
      !context.isGiven("preTunedModel", "tunedModelName")
    {
      findings.report(
        Self.self, at: model.range, "'preTunedModel.tunedModelName'", "nothing says which model is tuned")
    }
    if let local = job.datasets.validation, job.supervisedTuningSpec != nil,
      !context.isGiven("supervisedTuningSpec", "validationDatasetUri")
    {
      findings.report(
        Self.self, at: local.range, "'supervisedTuningSpec.validationDatasetUri'",
        "the job does not use the validation dataset")
    }
    checkEvaluation(context, &findings)
    // A job of another method has its dataset elsewhere.
    if let other = job.otherSpecs.first {
      if job.supervisedTuningSpec == nil {
        findings.report(
          Self.self, at: other.range, "'supervisedTuningSpec'",
          "the job is one of another method ('\(other.value)'), which is not checked here")
      }
      return
    }
    let isWrong = job.supervisedTuningSpec == nil && context.isGiven("supervisedTuningSpec")
    if job.supervisedTuningSpec?.value.trainingDatasetUri == nil, !isWrong,
      !context.isGiven("supervisedTuningSpec", "trainingDatasetUri")
    {
      findings.report(
        Self.self, at: job.supervisedTuningSpec?.range ?? job.beginning,
        "'supervisedTuningSpec.trainingDatasetUri'", "nothing says where the training dataset is")
    }
  }

  /// Notes what an evaluation cannot do without.
  private static func checkEvaluation(_ context: JobContext, _ findings: inout JobFindings) {
    guard let evaluation = context.job.supervisedTuningSpec?.value.evaluationConfig else { return }
    let field = ["supervisedTuningSpec", "evaluationConfig"]
    if !context.isGiven(field + ["metrics"]) || evaluation.value["metrics"]?.elements.isEmpty == true {
      findings.report(
        Self.self, at: evaluation.range, "'evaluationConfig.metrics'", "nothing says what is measured")
    }
    let destination = ["outputConfig", "gcsDestination", "outputUriPrefix"]
    if !context.isGiven(field + destination) {
      findings.report(
        Self.self, at: evaluation.range, "'evaluationConfig.\(destination.joined(separator: "."))'",
        "nothing says where the results go")
    }
  }
}
