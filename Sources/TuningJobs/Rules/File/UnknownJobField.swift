import Diagnostics
import JSONLines

/// TK826: a field that a tuning job does not have.
enum UnknownJobField: Rule {
  static let description = RuleDescription(
    "TK826", "unknown-job-field", severity: .error, since: "0.1.0",
    message: "unknown field '{0}' in {1}, which {2} refuses",
    summary: """
      Every field of a job file is one of the API's `TuningJob`, or `project`, `location` or `datasets`.
      """,
    rationale: """
      The service refuses a request with an unknown field, and the SDK does not pass such a field on. \
      Either way, the setting of a misspelled field is lost.
      """,
    remedy: "rename the field{3}, or remove it; 'tunekit init' creates a file with the usual fields",
    source: Source(
      "aiplatform v1beta1 discovery document, TuningJob", asOf: "2026-11-22", confidence: .documented),
    examples: [
      .accepts(
        "both spellings of names",
        """
        {"base_model": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "training_dataset_uri": "gs://my-bucket/train.jsonl", "hyper_parameters": {"epochCount": 3}
        }}
        """),
      .rejects(
        "names from a page that the API does not have",
        """
        {↓"source_model": "gemini-3.1-flash-lite", "baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://my-bucket/train.jsonl", ↓"epochs": 3
        }}
        """),
      .rejects(
        "a letter that only looks like a K",
        """
        {"baseModel": "gemini-3.1-flash-lite", "encryptionSpec": {↓"\u{212A}msKeyName": "key"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
      .rejects(
        "a typing error",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://my-bucket/train.jsonl", ↓"hyperparamters": {"epochCount": 3}
        }}
        """),
    ])

  static func report(
    _ name: String, at range: Range<Int>, among known: [String], in what: String,
    _ findings: inout JobFindings
  ) {
    let reader = what == "'datasets'" ? "tunekit" : "the service"
    // To look for what was meant takes its time.
    guard findings.count(of: Self.self) < mostSuggestions else {
      return findings.report(Self.self, at: range, Shown.name(name), what, reader, "")
    }
    let nearest = NearestName.of(Shown.name(name), among: known, aliases: aliases)
    findings.report(
      Self.self, at: range, Shown.name(name), what, reader,
      nearest.map { " to '\($0)'" } ?? "")
  }

  /// How many fields of a file get a suggestion: more are not what a person wrote.
  private static let mostSuggestions = 1000

  /// What other pages and the SDK call the fields.
  private static let aliases = [
    "sourceModel": "baseModel", "model": "baseModel", "epochs": "epochCount",
    "numEpochs": "epochCount", "trainingDataset": "trainingDatasetUri",
    "validationDataset": "validationDatasetUri", "preTunedModelCheckpointId": "checkpointId",
    "kmsKey": "encryptionSpec", "displayName": "tunedModelDisplayName", "region": "location",
  ]
}
