import Diagnostics

/// TK833: a field that the service sets.
enum OutputOnlyJobField: Rule {
  static let description = RuleDescription(
    "TK833", "output-only-job-field", severity: .warning, since: "0.1.0",
    message: "field '{0}' is set by the service, so its value in a request has no effect",
    summary: "A job file has only fields that a request can set.",
    rationale: """
      Fields such as `name`, `state` and `tunedModel` are part of the service's response. A job that was \
      copied from a response has them too. They do no harm there, but can be mistaken for settings.
      """,
    remedy: "remove '{0}'",
    source: Source(
      "aiplatform v1beta1 discovery document, TuningJob", asOf: "2026-11-22", confidence: .documented),
    examples: [
      .accepts(
        "a request",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a response of the service used as a request",
        """
        {↓"name": "projects/123456789012/locations/us-central1/tuningJobs/1234567890",
         "baseModel": "gemini-3.1-flash-lite", ↓"state": "JOB_STATE_SUCCEEDED",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
    ])
}
