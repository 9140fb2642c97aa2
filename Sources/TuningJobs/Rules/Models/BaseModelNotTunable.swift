import Diagnostics
import ModelCatalog

/// TK803: a base model that the service does not tune.
enum BaseModelNotTunable: Rule {
  static let description = RuleDescription(
    "TK803", "base-model-not-tunable", severity: .error, also: .warning,
    when: "no official page that says so could be read", since: "0.1.0",
    message: "{0} cannot be tuned, as of {1}{2}",
    summary: "The base model is one that the service tunes.",
    rationale: """
      The service tunes only some of its models, and the list changes: a model that could be tuned once can \
      be removed from it.
      """,
    remedy: "choose {3}",
    source: Source("models/tuning/supervised-tuning", asOf: "2026-08-22", confidence: .documented),
    serviceSays: "gemini-1.5-pro-002 is not supported",
    examples: [
      .accepts(
        "a model that is on the list",
        """
        {"baseModel": "gemini-3.5-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a model that was never tunable",
        """
        {"baseModel": ↓"gemini-3.6-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a model that was tunable once",
        """
        {"baseModel": ↓"gemini-2.0-flash-001",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a retired model without its version",
        """
        {"baseModel": ↓"gemini-2.0-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a retired model without its number",
        """
        {"baseModel": ↓"gemini-pro",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a model of a retired generation",
        """
        {"baseModel": ↓"gemini-1.5-flash-8b",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .accepts(
        "a tunable model whose id is misspelled, which has its own finding",
        """
        {"baseModel": "gemini-3.1-flash-lite-001",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """, alongside: ["TK802"]),
      .rejects(
        "a model that only third parties report about",
        """
        {"baseModel": ↓"gemini-3.8-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """, as: .warning),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let written = context.job.baseModel, let id = context.namedBaseModelID,
      let model = context.catalog.untunable(named: id)
    else { return }
    let fact = model.isTunable
    findings.report(
      Self.self, at: written.range, as: fact.isCertain ? nil : .warning, Shown.name(model.displayName),
      fact.asOf.description, fact.note.map { " (\($0.hasSuffix(".") ? String($0.dropLast()) : $0))" } ?? "",
      choice(instead: id, context))
  }

  /// What to choose instead of a model.
  private static func choice(instead id: String, _ context: JobContext) -> String {
    let replacements = context.catalog.replacements(for: id, on: context.today).map(\.id)
    guard replacements.isEmpty else {
      return "\(Shown.list(replacements, "or")), which \(replacements.count == 1 ? "replaces" : "replace") it"
    }
    return Shown.list(context.catalog.tunableModels.map(\.id), "or")
  }
}

extension Fact {
  /// Whether a job that goes against the fact is refused for certain.
  var isCertain: Bool { confidence == .documented || confidence == .observed }
}
