import Diagnostics
import ModelCatalog

/// TK818: whether a job makes a new version of its tuned model or a new model.
enum NewVersionOrNewModel: Rule {
  static let description = RuleDescription(
    "TK818", "new-version-or-new-model", severity: .info, since: "0.2.0",
    message: "going by the display name, this job makes {0}",
    summary: "The display name decides whether further tuning makes a new version or a new model.",
    rationale: """
      Without a display name, or with that of the tuned model, a job makes a new version of the same model; with any other \
      display name it makes a new model, of which the result is version 1.
      """,
    remedy: "leave 'tunedModelDisplayName' out for a new version, or write a name of its own for a new model",
    source: Source(
      "reference/rest/v1/projects.locations.tuningJobs", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "a base model, of which a job always makes a new model",
        """
        {"baseModel": "gemini-3.1-flash-lite", "tunedModelDisplayName": "Support",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
      .rejects(
        "a new version",
        """
        {"preTunedModel": {
           "tunedModelName": ↓"projects/123456789012/locations/us-central1/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
      .rejects(
        "a new model",
        """
        {"preTunedModel": {
           "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1"},
         "tunedModelDisplayName": ↓"Support, second round",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
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
      inWords(outcome, parent: name.withoutVersion.description, context))
  }

  /// What a job makes of a tuned model; nil for a job of a base model.
  static func outcome(of context: JobContext) -> TuningOutcome? {
    guard context.job.preTunedModel != nil else { return nil }
    guard let new = context.job.tunedModelDisplayName?.value else { return .newVersion }
    guard let old = context.modelDescription?.displayName else { return .dependsOnDisplayName }
    return new.utf8.elementsEqual(old.utf8) ? .newVersion : .newModel
  }

  private static func inWords(_ outcome: TuningOutcome, parent: String, _ context: JobContext) -> String {
    let name = "'\(Shown.name(context.job.tunedModelDisplayName?.value ?? ""))'"
    switch outcome {
    case .newVersion: return "a new version of \(parent)"
    case .newModel:
      let old = "'\(Shown.name(context.modelDescription?.displayName ?? ""))'"
      return
        "a new model \(name), with version 1, for that is not the display name of \(parent), which is \(old)"
    case .dependsOnDisplayName:
      return "a new model \(name), with version 1, unless \(parent) has this display name too: "
        + "then a new version of that"
    }
  }
}
