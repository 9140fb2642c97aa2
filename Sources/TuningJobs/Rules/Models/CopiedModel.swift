import Diagnostics

/// TK812: a model that is a copy.
enum CopiedModel: Rule {
  static let description = RuleDescription(
    "TK812", "copied-model", severity: .warning, since: "0.1.0",
    message: "the model is a copy, so its dates may be those of the copy, not of the tuning",
    summary: "The tuned model is the one that its tuning job created, not a copy of it.",
    rationale: """
      Only models tuned on or after 2025-07-11 can be used for continuous tuning. A copy can be newer than \
      the tuning, and it is not documented whether the service tunes copies.
      """,
    remedy: "use the name of the original model, or check that it was tuned on or after 2025-07-11",
    source: Source("reference/rest/v1/projects.locations.models", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "an original", job.replacing("↓", with: ""),
        with: [
          .modelDescription(
            """
            {"name": "projects/123456789012/locations/us-central1/models/1234567890", "versionId": "1",
             "originalModelInfo": {}, "modelSourceInfo": {"sourceType": "GENIE", "copy": false}}
            """)
        ]),
      .rejects(
        "a copy", job,
        with: [
          .modelDescription(
            """
            {"name": "projects/123456789012/locations/us-central1/models/1234567890", "versionId": "1",
             "originalModelInfo": {"model": "projects/123456789012/locations/europe-west4/models/99"}}
            """)
        ]),
      .rejects(
        "a copy, by its source", job,
        with: [
          .modelDescription(
            """
            {"name": "projects/123456789012/locations/us-central1/models/1234567890", "versionId": "1",
             "modelSourceInfo": {"sourceType": "GENIE", "copy": true}}
            """)
        ]),
    ])

  private static let job = """
    {"preTunedModel": {"tunedModelName": ↓"projects/123456789012/locations/us-central1/models/1234567890@1"},
     "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
    """

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard context.modelDescription?.isCopied == true, let range = context.tunedModelRange else { return }
    // A copy that is itself too old has a finding already.
    if TunedTooEarly.isTooEarly(context.modelDescription?.tuned) { return }
    findings.report(Self.self, at: range)
  }
}
