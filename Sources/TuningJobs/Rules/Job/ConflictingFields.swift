import Diagnostics

/// TK825: fields of a job that exclude each other, or that only other models have.
enum ConflictingFields: Rule {
  static let description = RuleDescription(
    "TK825", "conflicting-fields", severity: .error, since: "0.2.0",
    message: "{0} cannot stand beside {1}, so the service refuses the job",
    summary: "A job tunes one model by one method, and has no field that only open models have.",
    rationale: """
      The API takes either a base model or a tuned one, and one tuning method: of two it refuses the second. The learning \
      rate, the batch size, the tuning mode, the output folder and a model's own weights can be chosen for open models \
      only.
      """,
    remedy: "remove one of the two",
    source: Source(
      "google.protobuf.json_format on TuningJob; reference/rest/v1beta1/projects.locations.tuningJobs",
      asOf: "2026-11-22", confidence: .observed),
    serviceSays: "oneof field 'tuning_spec' is already set. Cannot set 'reinforcementTuningSpec'",
    examples: [
      .accepts(
        "one model, one method",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://my-bucket/train.jsonl",
          "hyperParameters": {"learningRateMultiplier": 1.5}
        }}
        """),
      .rejects(
        "two models",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         ↓"preTunedModel": {"tunedModelName": "projects/123456789012/locations/us-central1/models/1@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
      .rejects(
        "two methods",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"},
         ↓"preferenceOptimizationSpec": {"hyperParameters": {"beta": 0.1}}}
        """),
      .rejects(
        "what only open models have",
        """
        {"baseModel": "gemini-3.1-flash-lite", ↓"outputUri": "gs://my-bucket/out", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://my-bucket/train.jsonl",
          "hyperParameters": {"learningRateMultiplier": 1.5, ↓"learningRate": 0.0001}
        }}
        """),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    let job = context.job
    // A checkpoint beside a base model is a finding of its own.
    if job.baseModel != nil, let second = job.preTunedModel,
      CheckpointWithoutTunedModel.lonelyCheckpoint(context) == nil
    {
      findings.report(Self.self, at: second.range, "'preTunedModel'", "'baseModel' (a job tunes one model)")
    }
    // A job of another method alone lacks what is checked here: that is a finding of its own.
    for spec in job.otherSpecs where job.supervisedTuningSpec != nil {
      let beside = "'supervisedTuningSpec' (a job has one method)"
      findings.report(Self.self, at: spec.range, "'\(spec.value)'", beside)
    }
    for field in job.openModelFields { report(field.value, at: field.range, &findings) }
    let spec = job.supervisedTuningSpec?.value
    if let mode = spec?.tuningMode { report("tuningMode", at: mode.range, &findings) }
    let parameters = spec?.hyperParameters?.value
    if let batch = parameters?.batchSize { report("batchSize", at: batch.range, &findings) }
    guard let rate = parameters?.learningRate else { return }
    if parameters?.learningRateMultiplier != nil {
      findings.report(
        Self.self, at: rate.range, "'learningRate'", "'learningRateMultiplier' (and is for open models only)")
    } else {
      report("learningRate", at: rate.range, &findings)
    }
  }

  private static func report(_ name: String, at range: Range<Int>, _ findings: inout JobFindings) {
    findings.report(Self.self, at: range, "'\(name)'", "a Gemini model (it is for open models only)")
  }
}
