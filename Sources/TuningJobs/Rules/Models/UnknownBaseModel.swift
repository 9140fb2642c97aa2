import Diagnostics
import ModelCatalog

/// TK802: a misspelled id of a Gemini model, or what is not the id of a base model.
enum UnknownBaseModel: Rule {
  static let description = RuleDescription(
    "TK802", "unknown-base-model", severity: .error, since: "0.1.0",
    message: "'{0}' is not a base model ({1})",
    summary: "A base model is given by its exact id.",
    rationale: """
      The service refuses a job with an unknown base model. Ids must match exactly: some end with a \
      version, such as `-001`, and others must not have one. A model that is not a Gemini model is not \
      checked (TK837).
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
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "an id with a version that the model does not have",
        """
        {"baseModel": ↓"gemini-3.1-flash-lite-001",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a tuned model",
        """
        {"baseModel": ↓"projects/123456789012/locations/us-central1/models/1234567890@1",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a model as the Gemini API spells it",
        """
        {"baseModel": ↓"models/gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .accepts(
        "a model that is not a Gemini model",
        """
        {"baseModel": "translation-llm-002", "location": "us-central1",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "the name of a model instead of its id",
        """
        {"baseModel": ↓"Gemini 3.1 Flash-Lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "an id without Gemini",
        """
        {"baseModel": ↓"3.5-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "an object in Cloud Storage",
        """
        {"baseModel": ↓"gs://acme-data/model",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a Cyrillic letter in the id",
        """
        {"baseModel": ↓"gemini-3.1-flаsh-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let written = context.job.baseModel, let id = context.namedBaseModelID,
      let kind = context.namedBaseModelKind
    else { return }
    let catalog = context.catalog
    if catalog.model(id: id) != nil || catalog.untunable(named: id) != nil { return }
    guard let (problem, remedy) = verdict(on: id, kind, catalog) else { return }
    findings.report(Self.self, at: written.range, Shown.name(written.value), problem, remedy)
  }

  /// What is wrong with an id that the catalogue does not have, and what to write instead; nil if nothing is known to be.
  private static func verdict(
    on id: String, _ kind: BaseModelKind, _ catalog: ModelCatalog
  ) -> (problem: String, remedy: String)? {
    let tunable = catalog.tunableModels.map(\.id)
    let example = "write the id of the base model, such as \(tunable.first ?? "")"
    let ids = "write one of \(Shown.list(tunable, "or"))"
    switch kind {
    case .other, .unknown: return nil
    case .noID: return ("this is not the id of a model", ids)
    case .gemini:
      // What comes before the last slash and after an at sign is not part of the id.
      let last =
        id.utf8.split(separator: UInt8(ascii: "/")).last.flatMap { piece in
          String(piece.prefix { $0 != UInt8(ascii: "@") })
        } ?? id
      guard let nearest = catalog.nearestID(to: last) ?? catalog.nearestID(to: "gemini-\(last)") else {
        return ("no Gemini model that can be tuned has this id", ids)
      }
      return ("no Gemini model has this id; did you mean '\(nearest)'?", "write '\(nearest)'")
    case .resource(.model) where id.hasPrefix("models/"):
      let alone = String(id.dropFirst("models/".count))
      return (
        "this is the form of the Gemini API", tunable.contains(alone) ? "write \(alone) alone" : ids
      )
    case .resource(.model), .resource(.bareModelID):
      return (
        "it names a tuned model", "write the tuned model's full name in 'preTunedModel.tunedModelName'"
      )
    case .resource(let resource):
      return ("it names \(resource.inWords)", example)
    }
  }
}
