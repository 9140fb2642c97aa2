import Diagnostics
import ModelCatalog

/// TK804: a base model that is retired or will be soon.
enum BaseModelRetired: Rule {
  static let description = RuleDescription(
    "TK804", "base-model-retired", severity: .warning, since: "0.1.0",
    message: "{0} {1} {2}, so models tuned from it may stop working{3}",
    summary: "The base model is not retired, and does not retire soon.",
    rationale: """
      Google retires each model on a date that its page of model versions gives, sometimes later. No page \
      says what happens to models that were tuned from it; they probably cannot be used longer than their \
      base model.
      """,
    remedy: "choose {4}, or check that this one remains available for as long as you need it",
    source: Source("models/versions", asOf: "2026-08-22", confidence: .conflicting),
    examples: [
      .accepts(
        "a model that does not retire for months",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .accepts(
        "a year before, when sources did not disagree yet",
        """
        {"baseModel": "gemini-3.5-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """, with: [.today("2026-05-18")]),
      .accepts(
        "91 days before",
        """
        {"baseModel": "gemini-2.5-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """, with: [.today("2026-07-21")]),
      .rejects(
        "90 days before",
        """
        {"baseModel": ↓"gemini-2.5-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """, with: [.today("2026-07-22")]),
      .rejects(
        "after the day",
        """
        {"baseModel": ↓"gemini-2.5-pro",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a model that is retired on another platform",
        """
        {"baseModel": ↓"gemini-3.5-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a tuned model whose base model is retired",
        """
        {"preTunedModel": {
           "tunedModelName": ↓"projects/123456789012/locations/us-central1/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """,
        with: [
          .modelDescription(
            """
            {"name": "projects/123456789012/locations/us-central1/models/1234567890", "versionId": "1",
             "labels": {"google-vertex-llm-tuning-base-model-id": "gemini-2_5-flash"}}
            """)
        ]),
    ])

  /// How many days before its retirement a model gets a warning.
  private static let warningDays = 90
  /// How many days before its retirement a model gets a warning if sources disagree on the day.
  private static let warningDaysInDoubt = 365

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    // A model that can no longer be tuned has its own finding.
    guard let model = context.baseModel, model.isTunable.value, let range = context.modelRange else { return }
    let fact = model.retirement
    let daysLeft = fact.value.date.daysSince(context.today)
    // Sources that disagree on the catalogue's date did not disagree before it.
    let isInDoubt = fact.conflict != nil && context.today >= context.catalog.asOf
    guard daysLeft <= (isInDoubt ? warningDaysInDoubt : warningDays) else { return }
    let verb = daysLeft <= 0 ? "was due to retire on" : "is due to retire on"
    let replacements = context.catalog.replacements(for: model.id, on: context.today).map(\.id)
    findings.report(
      Self.self, at: range, model.displayName, verb,
      fact.value.date.description + (fact.value.isEarliest ? " at the earliest" : ""),
      fact.conflict.map { "; but sources disagree: \(firstSentence(of: $0))" } ?? "",
      replacements.isEmpty ? "a newer base model" : Shown.list(replacements, "or"))
  }

  /// The first sentence of a text, without its full stop. 'tunekit models' shows the others.
  private static func firstSentence(of text: String) -> String {
    let end = text.firstRange(of: ". ")?.lowerBound ?? text.endIndex
    let sentence = text[..<end]
    return String(sentence.hasSuffix(".") ? sentence.dropLast() : sentence)
  }
}
