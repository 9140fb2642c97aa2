import Diagnostics

/// TK825: fields of a job that exclude each other, or that are for open models only.
enum ConflictingFields: Rule {
  static let description = RuleDescription(
    "TK825", "conflicting-fields", severity: .error, since: "0.1.0",
    message: "{0} {1}, so the service refuses the job",
    summary: "A job tunes one model by one method, and has no fields for open models.",
    rationale: """
      The API accepts either a base model or a tuned model, and one tuning method: it refuses the second of \
      two. The learning rate, the batch size, the tuning mode, the output folder and a model's own weights \
      can be set for open models only.
      """,
    remedy: "remove {2}",
    source: Source(
      "google.protobuf.json_format on TuningJob; reference/rest/v1beta1/projects.locations.tuningJobs",
      asOf: "2026-11-22", confidence: .observed),
    serviceSays: "oneof field 'tuning_spec' is already set. Cannot set 'reinforcementTuningSpec'",
    examples: [
      .accepts(
        "one model, one method",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://acme-data/train.jsonl",
          "hyperParameters": {"learningRateMultiplier": 1.5}
        }}
        """),
      .rejects(
        "two models",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         ↓"preTunedModel": {"tunedModelName": "projects/123456789012/locations/us-central1/models/1@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "two methods",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"},
         ↓"preferenceOptimizationSpec": {"hyperParameters": {"beta": 0.1}}}
        """),
      .accepts(
        "fields for open models, with an open model",
        """
        {"baseModel": "meta/llama3_1@llama-3.1-8b", "outputUri": "gs://acme-data/out", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://acme-data/train.jsonl", "hyperParameters": {"batchSize": 4}
        }}
        """),
      .rejects(
        "a batch size",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://acme-data/train.jsonl", "hyperParameters": {↓"batchSize": 4}
        }}
        """),
      .rejects(
        "fields for open models",
        """
        {"baseModel": "gemini-3.1-flash-lite", ↓"outputUri": "gs://acme-data/out", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://acme-data/train.jsonl",
          "hyperParameters": {"learningRateMultiplier": 1.5, ↓"learningRate": 0.0001}
        }}
        """),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    let job = context.job
    // A checkpoint with a base model has its own finding.
    if job.baseModel != nil, let second = job.preTunedModel,
      CheckpointWithoutTunedModel.lonelyCheckpoint(context) == nil
    {
      findings.report(
        Self.self, at: second.range, "'preTunedModel'",
        "cannot be combined with 'baseModel' (a job tunes one model)",
        "'preTunedModel' to tune the base model, or 'baseModel' to continue from the tuned model")
    }
    for spec in job.otherSpecs where job.supervisedTuningSpec != nil {
      findings.report(
        Self.self, at: spec.range, "'\(spec.value)'",
        "cannot be combined with 'supervisedTuningSpec' (a job has one method)",
        "'\(spec.value)' or 'supervisedTuningSpec'")
    }
    // What is not a Gemini model may be an open model.
    if !context.isModelNotCovered { checkFieldsOfOpenModels(job, &findings) }
  }

  private static func checkFieldsOfOpenModels(_ job: TuningJob, _ findings: inout JobFindings) {
    func report(_ name: String, at range: Range<Int>) {
      findings.report(
        Self.self, at: range, "'\(name)'", "is for open models only, not for Gemini models", "'\(name)'")
    }
    for field in job.openModelFields { report(field.value, at: field.range) }
    let spec = job.supervisedTuningSpec?.value
    if let mode = spec?.tuningMode { report("tuningMode", at: mode.range) }
    let parameters = spec?.hyperParameters?.value
    if let batch = parameters?.batchSize { report("batchSize", at: batch.range) }
    guard let rate = parameters?.learningRate else { return }
    if parameters?.learningRateMultiplier != nil {
      findings.report(
        Self.self, at: rate.range, "'learningRate'",
        "is for open models only, and cannot be combined with 'learningRateMultiplier'", "'learningRate'")
    } else {
      findings.report(
        Self.self, at: rate.range, "'learningRate'", "is for open models only, not for Gemini models",
        "'learningRate', or set 'learningRateMultiplier'")
    }
  }
}
