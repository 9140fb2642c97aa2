import Diagnostics
import JSONLines

/// TK826: a field that a tuning job does not have.
enum UnknownJobField: Rule {
  static let description = RuleDescription(
    "TK826", "unknown-job-field", severity: .error, since: "0.1.0",
    message: "unknown field{4} '{0}' in {1}, which {2} refuses",
    summary: """
      Every field of a job file is one of the API's `TuningJob`, or `project`, `location` or `datasets`.
      """,
    rationale: """
      The service refuses a request with an unknown field, and the SDK does not pass such a field on. \
      Either way, the setting of a misspelled field is lost.
      """,
    remedy: "{3}",
    remedyInGeneral: """
      rename the field if its name is misspelled, move it to where it belongs, or remove it
      """,
    source: Source(
      "aiplatform v1beta1 discovery document, TuningJob", asOf: "2026-11-22", confidence: .documented),
    examples: [
      .accepts(
        "both spellings of names",
        """
        {"base_model": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "training_dataset_uri": "gs://acme-data/train.jsonl", "hyper_parameters": {"epochCount": 3}
        }}
        """),
      .rejects(
        "names from a page that the API does not have",
        """
        {↓"source_model": "gemini-3.1-flash-lite", "baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://acme-data/train.jsonl", ↓"epochs": 3
        }}
        """),
      .rejects(
        "fields that belong in other objects",
        """
        {"baseModel": "gemini-3.1-flash-lite", ↓"trainingDatasetUri": "gs://acme-data/train.jsonl",
         "epochCount": 3, "adapter_size": "ADAPTER_SIZE_FOUR",
         ↓"kmsKeyName": "projects/acme-tuner/locations/us-central1/keyRings/r/cryptoKeys/k"}
        """),
      .rejects(
        "a hyperparameter beside the others, and a project inside",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://acme-data/train.jsonl", ↓"epochCount": 3, ↓"project": "acme-tuner"
        }}
        """),
      .rejects(
        "a letter that only looks like a K",
        """
        {"baseModel": "gemini-3.1-flash-lite", "encryptionSpec": {↓"\u{212A}msKeyName": "key"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a typing error",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://acme-data/train.jsonl", ↓"hyperparamters": {"epochCount": 3}
        }}
        """),
    ])

  static func report(
    _ name: String, at range: Range<Int>, among known: [String], in what: String,
    _ findings: inout JobFindings
  ) {
    let reader = what == "'datasets'" ? "tunekit" : "the service"
    // To look for what was meant takes its time.
    let isLooked = findings.count(of: Self.self) < mostSuggestions
    let nearest = isLooked ? NearestName.of(Shown.name(name), among: known, aliases: aliases) : nil
    findings.report(
      Self.self, at: range, Shown.name(name), what, reader,
      "rename the field\(nearest.map { " to '\($0)'" } ?? ""), or remove it; 'tunekit init' creates a file with "
        + "the usual fields", "")
  }

  /// Reports fields that belong in another object.
  static func report(_ group: MisplacedFields.Group, _ findings: inout JobFindings) {
    let isOne = group.names.count == 1
    let these = isOne ? "this field belongs" : "these fields belong"
    findings.report(
      Self.self, at: group.range, group.names.joined(separator: separator),
      group.object.isEmpty ? "a tuning job" : "'\(group.object)'",
      group.object == "datasets" ? "tunekit" : "the service",
      group.home.isEmpty
        ? "\(these) outside '\(group.object)': \(group.json)"
        : "\(these) under '\(group.home)': \(group.json)",
      isOne ? "" : "s")
  }

  /// What is between the names of several fields in the message, which has a quotation mark around them.
  static let separator = "', '"

  /// The field that another page or the SDK calls by a name; nil for other names.
  static func aliased(_ name: String) -> String? {
    NearestName.of(name, among: [], aliases: aliases)
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
