import Diagnostics

/// TK835: the camelCase and the snake_case spelling of one field of a job.
enum JobFieldSpelledTwice: Rule {
  static let description = RuleDescription(
    "TK835", "job-field-spelled-twice", severity: .error, since: "0.1.0",
    message: "'{0}' and '{1}' are the same field given twice, which Google's JSON parsers refuse",
    summary: "A job file has each field in only one of its two spellings.",
    rationale: """
      Google's JSON parsers read `baseModel` and `base_model` as the same field. An object with both has \
      the field twice, which they refuse, even if the two values are equal.
      """,
    remedy: "remove '{0}' or '{1}'",
    source: Source("google.protobuf.json_format on TuningJob", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts(
        "each field once, in either spelling",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "supervised_tuning_spec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a model in both spellings",
        """
        {"baseModel": "gemini-3.1-flash-lite", ↓"base_model": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
    ])
}
