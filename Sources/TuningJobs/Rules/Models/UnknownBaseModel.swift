import Diagnostics
import ModelCatalog

/// TK802: a base model that is not in the catalogue.
enum UnknownBaseModel: Rule {
  static let description = RuleDescription(
    "TK802", "unknown-base-model", severity: .error, since: "0.1.0",
    message: "'{0}' is not a base model ({1})",
    summary: "A base model is one of the models that the service tunes, given by its exact id.",
    rationale: """
      The service refuses a job with an unknown base model. Ids must match exactly: some end with a \
      version, such as `-001`, and others must not have one.
      """,
    remedy: "{2}",
    remedyInGeneral: "write the id of a model that can be tuned, exactly as 'tunekit models' lists it",
    source: Source("models/tuning/supervised-tuning", asOf: "2026-08-22", confidence: .documented),
    serviceSays: "Base model gemini-2.0-flash is not supported",
    examples: [
      .accepts(
        "a base model with its publisher",
        """
        {"baseModel": "publishers/google/models/gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
      .rejects(
        "an id with a version that the model does not have",
        """
        {"baseModel": ↓"gemini-3.1-flash-lite-001",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
      .rejects(
        "a tuned model",
        """
        {"baseModel": ↓"projects/123456789012/locations/us-central1/models/1234567890@1",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
      .rejects(
        "a model as the Gemini API spells it",
        """
        {"baseModel": ↓"models/gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
      .rejects(
        "a Cyrillic letter in the id",
        """
        {"baseModel": ↓"gemini-3.1-flаsh-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let written = context.job.baseModel, let id = context.namedBaseModelID else { return }
    let catalog = context.catalog
    if catalog.model(id: id) != nil || catalog.untunableModel(id: id) != nil { return }
    let shown = Shown.name(written.value)
    switch ResourceKind.of(written.value) {
    case .model where written.value.hasPrefix("models/"):
      let id = String(written.value.dropFirst("models/".count))
      findings.report(
        Self.self, at: written.range, shown, "this is the form of the Gemini API",
        "write \(catalog.model(id: id)?.id ?? "the id") alone")
    case .model, .bareModelID:
      findings.report(
        Self.self, at: written.range, shown, "it names a tuned model",
        "write the tuned model's full name in 'preTunedModel.tunedModelName'")
    case .endpoint, .tuningJob:
      findings.report(
        Self.self, at: written.range, shown, "it names an endpoint or a tuning job",
        "write the id of the base model, such as \(catalog.tunableModels.first?.id ?? "")")
    default:
      let names = catalog.tunableModels.map(\.id)
      // A text that is longer than any id is not a misspelled id.
      let nearest = id.utf8.count <= 128 ? catalog.nearestID(to: id) : nil
      findings.report(
        Self.self, at: written.range, shown,
        "no model has this id" + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
        "write one of \(Shown.list(names, "or"))")
    }
  }
}
