import Diagnostics
import ModelCatalog

/// TK818: whether a job creates a new version of its tuned model or a new model.
enum NewVersionOrNewModel: Rule {
  static let description = RuleDescription(
    "TK818", "new-version-or-new-model", severity: .info, since: "0.1.0",
    message: "this job creates {0} ({1})",
    summary: "The display name decides whether continuous tuning creates a new version or a new model.",
    rationale: """
      Without a display name, or with that of the tuned model, a job creates a new version of the same \
      model. With any other display name it creates a new model, and the result is its version 1.
      """,
    remedy: """
      leave out 'tunedModelDisplayName' to create a new version, or set it to a new name to create a new \
      model
      """,
    source: Source(
      "reference/rest/v1/projects.locations.tuningJobs", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "a base model; its job always creates a new model",
        """
        {"baseModel": "gemini-3.1-flash-lite", "tunedModelDisplayName": "Support",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a new version",
        """
        {"preTunedModel": {
           "tunedModelName": ↓"projects/123456789012/locations/us-central1/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a new model",
        """
        {"preTunedModel": {
           "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1"},
         "tunedModelDisplayName": ↓"Support, second round",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """,
        with: [
          .modelDescription(
            """
            {"name": "projects/123456789012/locations/us-central1/models/1234567890", "versionId": "1",
             "displayName": "Support"}
            """)
        ]),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let name = context.tunedModelName, !context.isGiven("baseModel") else { return }
    guard let outcome = outcome(of: context) else { return }
    findings.report(
      Self.self, at: context.job.tunedModelDisplayName?.range ?? context.tunedModelRange,
      what(outcome, parent: name.withoutVersion.description, context),
      why(outcome, parent: name.withoutVersion.description, context))
  }

  /// What a job creates from a tuned model; nil for a job that tunes a base model.
  static func outcome(of context: JobContext) -> TuningOutcome? {
    guard context.job.preTunedModel != nil else { return nil }
    guard let new = context.job.tunedModelDisplayName?.value else { return .newVersion }
    guard let old = context.modelDescription?.displayName else { return .dependsOnDisplayName }
    return new.utf8.elementsEqual(old.utf8) ? .newVersion : .newModel
  }

  /// What the job creates.
  private static func what(_ outcome: TuningOutcome, parent: String, _ context: JobContext) -> String {
    let name = Shown.name(context.job.tunedModelDisplayName?.value ?? "")
    return outcome == .newVersion ? "a new version of \(parent)" : "a new model '\(name)', version 1"
  }

  /// Why it creates that.
  private static func why(_ outcome: TuningOutcome, parent: String, _ context: JobContext) -> String {
    switch outcome {
    case .newVersion:
      context.job.tunedModelDisplayName == nil
        ? "it has no display name" : "its display name is that of the model"
    case .newModel:
      "the display name of \(parent) is '\(Shown.name(context.modelDescription?.displayName ?? ""))'"
    case .dependsOnDisplayName:
      "or a new version of \(parent), if that has the same display name"
    }
  }
}
