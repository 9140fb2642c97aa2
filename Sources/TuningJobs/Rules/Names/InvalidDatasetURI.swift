import Diagnostics
import ModelCatalog

/// TK821: a dataset that is not given as a JSONL object in Cloud Storage.
enum InvalidDatasetURI: Rule {
  static let description = RuleDescription(
    "TK821", "invalid-dataset-uri", severity: .error, also: .warning,
    when:
      "the object's name does not end in '.jsonl', or has a character that is invisible or looks like another one",
    since: "0.1.0",
    message: "'{0}' {3} the URI of a JSONL dataset ({1})",
    summary: "A dataset is a `.jsonl` object in Cloud Storage, or the full name of a dataset of the service.",
    rationale: """
      The service reads datasets from Cloud Storage, `gs://{bucket}/{object}.jsonl`, or takes the name of a \
      multimodal dataset, `projects/{project}/locations/{location}/datasets/{dataset}`. It refuses an \
      object that it does not recognize as JSONL; it is not documented whether it checks the name or the \
      content type. No page mentions compressed datasets.
      """,
    remedy: "{2}",
    remedyInGeneral: "upload the dataset uncompressed, and write gs://{bucket}/{object}.jsonl",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .documented),
    serviceSays: "training_dataset_uri should be a GCS object of type JSONL.",
    examples: [
      .accepts(
        "an object, and a dataset by its name",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://cloud-samples-data/ai-platform/gemini/text/sft_train_data.jsonl",
          "validationDatasetUri": "projects/123456789012/locations/us-central1/datasets/1234567890"}}
        """),
      .rejects(
        "a compressed object, and a local file",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": ↓"gs://acme-data/train.jsonl.gz",
          "validationDatasetUri": "↓data/validation.jsonl"}}
        """),
      .rejects(
        "a pattern, and a bucket's name with an upper-case letter",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://acme-data/↓train-*.jsonl",
          "validationDatasetUri": "gs://↓Acme-data/validation.jsonl"}}
        """),
      .rejects(
        "another ending",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": ↓"gs://acme-data/train.json"}}
        """, as: .warning),
      .rejects(
        "a Cyrillic letter",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": ↓"gs://acme-data/trаin.jsonl"}}
        """, as: .warning),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    let spec = context.job.supervisedTuningSpec?.value
    if let uri = spec?.trainingDatasetUri { check(uri, "trainingDatasetUri", &findings) }
    if let uri = spec?.validationDatasetUri { check(uri, "validationDatasetUri", &findings) }
  }

  private static func check(_ text: Placed<String>, _ field: String, _ findings: inout JobFindings) {
    do throws(NameFault) {
      if ResourceKind.of(text.value) == .dataset {
        _ = try DatasetName(text.value)
      } else {
        judge(try StorageURI(text.value), text, field, &findings)
      }
    } catch {
      findings.report(
        Self.self, at: text.range(of: error), field, "the \(error.piece) \(error.problem)",
        ResourceKind.of(text.value) == .dataset
          ? "write the full name: projects/{project}/locations/{location}/datasets/{dataset}"
          : "write gs://{bucket}/{object}.jsonl; upload a local file to Cloud Storage first",
        "is not")
    }
  }

  /// Checks an object whose name is valid.
  private static func judge(
    _ uri: StorageURI, _ text: Placed<String>, _ field: String, _ findings: inout JobFindings
  ) {
    if uri.object.hasSuffix(".gz") {
      findings.report(
        Self.self, at: text.range, field,
        "the object is compressed, but the service is documented for plain JSONL only",
        "upload the dataset uncompressed, with a name that ends in '.jsonl'", "is not")
    } else if !uri.isNamedJSONL {
      findings.report(
        Self.self, at: text.range, as: .warning, field,
        "its name does not end in '.jsonl', so the service may refuse it",
        "rename the object so that its name ends in '.jsonl'", "may not be")
    } else if uri.hasDoubtfulCharacters {
      findings.report(
        Self.self, at: text.range, as: .warning, field,
        "its name has a character that is invisible or looks like another one",
        "check that the object has exactly this name", "may not be")
    }
  }
}
