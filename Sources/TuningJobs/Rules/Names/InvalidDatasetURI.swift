import Diagnostics
import ModelCatalog

/// TK821: a dataset is named by something else than a JSONL object in Cloud Storage.
enum InvalidDatasetURI: Rule {
  static let description = RuleDescription(
    "TK821", "invalid-dataset-uri", severity: .error, also: .warning,
    when:
      "the object's name does not end in '.jsonl', or holds a character that is easily taken for another one",
    since: "0.2.0",
    message: "'{0}' names no JSONL dataset ({1})",
    summary: "A dataset is a `.jsonl` object in Cloud Storage, or a dataset of the service by its name.",
    rationale: """
      The service reads datasets from Cloud Storage, `gs://{bucket}/{object}.jsonl`, or takes the name of a multimodal \
      dataset, `projects/{project}/locations/{location}/datasets/{dataset}`. It refuses an object that it does not take \
      for JSONL; whether it goes by the name or by the content type is not documented. No page speaks of compressed \
      datasets.
      """,
    remedy: "{2}",
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
          "trainingDatasetUri": ↓"gs://my-bucket/train.jsonl.gz",
          "validationDatasetUri": "↓data/validation.jsonl"}}
        """),
      .rejects(
        "a pattern, and a bucket's name with an upper-case letter",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://my-bucket/↓train-*.jsonl",
          "validationDatasetUri": "gs://↓My-bucket/validation.jsonl"}}
        """),
      .rejects(
        "another ending",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": ↓"gs://my-bucket/train.json"}}
        """, as: .warning),
      .rejects(
        "a Cyrillic letter",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": ↓"gs://my-bucket/trаin.jsonl"}}
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
        "write gs://{bucket}/{object}.jsonl, and upload a local file there first")
    }
  }

  /// Judges an object whose name is good.
  private static func judge(
    _ uri: StorageURI, _ text: Placed<String>, _ field: String, _ findings: inout JobFindings
  ) {
    if uri.object.hasSuffix(".gz") {
      findings.report(
        Self.self, at: text.range, field,
        "a compressed object is none, for the service is documented for plain JSONL only",
        "upload the dataset without compression, under a name that ends in '.jsonl'")
    } else if !uri.isNamedJSONL {
      findings.report(
        Self.self, at: text.range, as: .warning, field,
        "its name does not end in '.jsonl', so the service may not take it for one",
        "give the object a name that ends in '.jsonl'")
    } else if uri.hasDoubtfulCharacters {
      findings.report(
        Self.self, at: text.range, as: .warning, field,
        "if that object does not exist: its name has a character that is unseen or easily taken for another",
        "make sure that the object has exactly this name")
    }
  }
}
