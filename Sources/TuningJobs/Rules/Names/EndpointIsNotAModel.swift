import Diagnostics
import ModelCatalog

/// TK808: the name of another resource instead of the name of a tuned model.
enum EndpointIsNotAModel: Rule {
  static let description = RuleDescription(
    "TK808", "endpoint-is-not-a-model", severity: .error, since: "0.1.0",
    message: "field 'tunedModelName' has the name of {0}, not of a tuned model",
    summary: """
      Continuous tuning starts from a model of the registry, not from its endpoint or its tuning job.
      """,
    rationale: """
      The response of a tuning job has three names: its own, that of the endpoint, and that of the model. \
      Only the model can be tuned again. The SDK sends any name that begins with `projects/`, and the \
      service refuses the others.
      """,
    remedy: "{1}",
    remedyInGeneral: "use the name in the field 'tunedModel.model' of the tuning job that created the model",
    source: Source("models/tuning/continuous-tuning", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "a model",
        """
        {"preTunedModel": {
           "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "an endpoint",
        """
        {"preTunedModel": {
           "tunedModelName": ↓"projects/123456789012/locations/us-central1/endpoints/1234567890"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a base model's name",
        """
        {"preTunedModel": {
           "tunedModelName": ↓"publishers/google/models/gemini-3.1-flash-lite"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a tuning job",
        """
        {"preTunedModel": {
           "tunedModelName": ↓"projects/123456789012/locations/us-central1/tuningJobs/1234567890"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let name = context.job.preTunedModel?.value.tunedModelName,
      let (what, remedy) = Self.what(name.value)
    else { return }
    findings.report(Self.self, at: name.range, what, remedy)
  }

  /// What a name is the name of, and how to correct it; nil if it may be the name of a model.
  static func what(_ name: String) -> (noun: String, remedy: String)? {
    let model = "use the name in the field 'tunedModel.model' of the tuning job that created the model"
    switch ResourceKind.of(name) {
    case .endpoint: return ("an endpoint", model)
    case .tuningJob: return ("a tuning job", model)
    case .dataset: return ("a dataset", model)
    case .cachedContent: return ("a cached content", model)
    case .publisherModel, .baseModelID:
      return ("a base model", "write the base model's id in 'baseModel', and remove 'preTunedModel'")
    default: return nil
    }
  }
}
