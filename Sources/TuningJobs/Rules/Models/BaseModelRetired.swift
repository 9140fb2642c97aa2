import Diagnostics
import ModelCatalog

/// TK804: a base model that is withdrawn, or soon will be.
enum BaseModelRetired: Rule {
  static let description = RuleDescription(
    "TK804", "base-model-retired", severity: .warning, since: "0.2.0",
    message: "{0} {1} {2}, so what is tuned from it may not last{3}",
    summary: "A base model has some time before it.",
    rationale: """
      Google withdraws each model on a day that its page of model versions names, sometimes later than that. What happens \
      to models that were tuned from it is said nowhere; they probably can be used no longer than it.
      """,
    remedy: "choose a newer base model, or make sure that the job still pays",
    source: Source("models/versions", asOf: "2026-08-22", confidence: .conflicting),
    examples: [
      .accepts(
        "a model with months before it",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
      .accepts(
        "91 days before",
        """
        {"baseModel": "gemini-2.5-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """, with: [.today("2026-07-21")]),
      .rejects(
        "90 days before",
        """
        {"baseModel": ↓"gemini-2.5-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """, with: [.today("2026-07-22")]),
      .rejects(
        "after the day",
        """
        {"baseModel": ↓"gemini-2.5-pro",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
      .rejects(
        "a model that is withdrawn elsewhere",
        """
        {"baseModel": ↓"gemini-3.5-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
      .rejects(
        "a tuned model whose base is withdrawn",
        """
        {"preTunedModel": {
           "tunedModelName": ↓"projects/123456789012/locations/us-central1/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """,
        with: [
          .modelDescription(
            """
            {"name": "projects/123456789012/locations/us-central1/models/1234567890", "versionId": "1",
             "labels": {"google-vertex-llm-tuning-base-model-id": "gemini-2_5-flash"}}
            """)
        ]),
    ])

  /// How many days before its withdrawal a model is worth a warning.
  private static let warningDays = 90

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    // A model that can be tuned no longer has a finding for that.
    guard let model = context.baseModel, model.isTunable.value, let range = context.modelRange else { return }
    let fact = model.retirement
    let daysLeft = fact.value.date.daysSince(context.today)
    // What sources say against each other by the catalogue's day, they did not say before.
    let isInDoubt = fact.conflict != nil && context.today >= context.catalog.asOf
    guard daysLeft <= warningDays || isInDoubt else { return }
    let verb = daysLeft <= 0 ? "was to be withdrawn on" : "is to be withdrawn on"
    findings.report(
      Self.self, at: range, model.displayName, verb,
      fact.value.date.description + (fact.value.isEarliest ? " at the earliest" : ""),
      fact.conflict.map { "; but sources disagree: \($0.hasSuffix(".") ? String($0.dropLast()) : $0)" } ?? "")
  }
}
