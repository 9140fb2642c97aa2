import Diagnostics

/// TK834: a field of a job whose value is of the wrong type.
enum WrongJobFieldType: Rule {
  static let description = RuleDescription(
    "TK834", "wrong-job-field-type", severity: .error, since: "0.1.0",
    message: "field '{0}' is {2}, but must be {1}",
    summary: "Every field of a job file has a value of the type that the API requires.",
    rationale: """
      Google's JSON parsers refuse a request with a value of the wrong type. They also accept a whole \
      number as a string or with a zero fraction, so `3`, `"3"` and `3.0` are the same number of epochs; \
      `2.5` is refused.
      """,
    remedy: "change the value to {1}",
    source: Source("google.protobuf.json_format on TuningJob", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts(
        "numbers as strings",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://my-bucket/train.jsonl",
          "hyperParameters": {"epochCount": "3", "learningRateMultiplier": "1.5"}
        }}
        """),
      .rejects(
        "a number that JSON does not have",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://my-bucket/train.jsonl",
          "hyperParameters": {"learningRateMultiplier": ↓"0x10"}
        }}
        """),
      .rejects(
        "half an epoch, and a checkpoint by number",
        """
        {"preTunedModel": {
           "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1",
           "checkpointId": ↓1},
         "supervisedTuningSpec": {
           "trainingDatasetUri": "gs://my-bucket/train.jsonl", "hyperParameters": {"epochCount": ↓2.5}
        }}
        """),
      .rejects(
        "a model that is a string, as in a sample of the documentation",
        """
        {"preTunedModel": ↓"gemini-3.5-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
    ])
}
