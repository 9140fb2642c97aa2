import Diagnostics

/// TK833: a field that the service sets.
enum OutputOnlyJobField: Rule {
  static let description = RuleDescription(
    "TK833", "output-only-job-field", severity: .warning, since: "0.2.0",
    message: "field '{0}' is set by the service, so what a request says there counts for nothing",
    summary: "A job file holds only what a request may say.",
    rationale: """
      Fields such as `name`, `state` and `tunedModel` are the service's answer. They stand in a job that was copied from \
      one, where they do no harm but may be mistaken for a wish.
      """,
    remedy: "remove the field",
    source: Source(
      "aiplatform v1beta1 discovery document, TuningJob", asOf: "2026-11-22", confidence: .documented),
    examples: [
      .accepts(
        "a request",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
      .rejects(
        "an answer of the service used as a request",
        """
        {↓"name": "projects/123456789012/locations/us-central1/tuningJobs/1234567890",
         "baseModel": "gemini-3.1-flash-lite", ↓"state": "JOB_STATE_SUCCEEDED",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
    ])
}
