import Diagnostics

/// TK839: datasets that are exchanged, or the same one twice.
enum DatasetURIMismatch: Rule {
  static let description = RuleDescription(
    "TK839", "dataset-uri-mismatch", severity: .warning, since: "0.1.0",
    message: "{0}, {1}",
    summary: "The training and the validation dataset differ, and each URI is that of its own local file.",
    rationale: """
      Only the job connects the files that are checked here with the objects that the service reads. If the \
      two are exchanged, the model learns from the validation dataset. A validation dataset that is also the \
      training dataset says nothing about examples that the model has not seen.
      """,
    remedy: "{2}",
    remedyInGeneral: """
      give each dataset the URI of its own file, and the validation dataset other examples than the \
      training dataset
      """,
    source: Source("models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "each URI like its file",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "datasets": {"training": "../data/train.jsonl.gz", "validation": "../data/val.jsonl"},
         "supervisedTuningSpec": {
           "trainingDatasetUri": "gs://acme-data/train.jsonl", "validationDatasetUri": "gs://acme-data/val.jsonl"}}
        """),
      .accepts(
        "other names in Cloud Storage, and one name in two folders",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "datasets": {"training": "a/data.jsonl", "validation": "b/data.jsonl"},
         "supervisedTuningSpec": {
           "trainingDatasetUri": "gs://acme-data/2026/sft.jsonl",
           "validationDatasetUri": "gs://acme-data/b/data.jsonl"}}
        """),
      .rejects(
        "URIs that are exchanged",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "datasets": {"training": "train.jsonl", "validation": "val.jsonl"},
         "supervisedTuningSpec": {
           "trainingDatasetUri": ↓"gs://acme-data/val.jsonl",
           "validationDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a URI that is that of the other file, by its folder",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "datasets": {"training": "train/data.jsonl", "validation": "val/data.jsonl"},
         "supervisedTuningSpec": {
           "trainingDatasetUri": "gs://acme-data/sft.jsonl",
           "validationDatasetUri": ↓"gs://acme-data/train/data.jsonl"}}
        """),
      .rejects(
        "one URI twice",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
           "trainingDatasetUri": "gs://acme-data/train.jsonl",
           "validationDatasetUri": ↓"gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "one file twice",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "datasets": {"training": "train.jsonl", "validation": ↓"./train.jsonl"},
         "supervisedTuningSpec": {
           "trainingDatasetUri": "gs://acme-data/a.jsonl", "validationDatasetUri": "gs://acme-data/b.jsonl"}}
        """),
      .rejects(
        "two files with the same content",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "datasets": {"training": "a.jsonl", "validation": ↓"b.jsonl"},
         "supervisedTuningSpec": {
           "trainingDatasetUri": "gs://acme-data/a.jsonl", "validationDatasetUri": "gs://acme-data/b.jsonl"}}
        """, with: [.sameDatasets]),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    let (local, spec) = (context.job.datasets, context.job.supervisedTuningSpec?.value)
    let (training, validation) = (spec?.trainingDatasetUri, spec?.validationDatasetUri)
    let isSameURI =
      if let training, let validation { training.value.utf8.elementsEqual(validation.value.utf8) } else {
        false
      }
    if isSameURI, let validation {
      findings.report(
        Self.self, at: validation.range, "the validation dataset has the URI of the training dataset",
        "so the validation says nothing about new examples",
        "give the URI of other examples, or remove 'validationDatasetUri'")
    }
    if let first = local.training, let second = local.validation {
      let isSamePath = RelativePath.areSame(first.value, second.value)
      if isSamePath || context.datasetsAreSame {
        return findings.report(
          Self.self, at: second.range,
          isSamePath
            ? "the validation dataset is the file of the training dataset"
            : "the validation dataset has the same bytes as the training dataset",
          "so the validation says nothing about new examples",
          "give a file with other examples, or remove 'validation' and 'validationDatasetUri'")
      }
    }
    if !isSameURI { checkExchange(training, validation, local, &findings) }
  }

  /// Reports a URI that is like the other dataset's file.
  private static func checkExchange(
    _ training: Placed<String>?, _ validation: Placed<String>?, _ local: TuningJob.Datasets,
    _ findings: inout JobFindings
  ) {
    func isExchanged(_ uri: Placed<String>?, _ own: Placed<String>?, _ other: Placed<String>?) -> Bool {
      guard let uri, let own, let other else { return false }
      return likeness(uri.value, other.value) > likeness(uri.value, own.value)
    }
    let isTrainingExchanged = isExchanged(training, local.training, local.validation)
    let isValidationExchanged = isExchanged(validation, local.validation, local.training)
    guard let uri = isTrainingExchanged ? training : isValidationExchanged ? validation : nil else { return }
    let field = isTrainingExchanged ? "trainingDatasetUri" : "validationDatasetUri"
    let role = isTrainingExchanged ? "validation" : "training"
    findings.report(
      Self.self, at: uri.range, "'\(field)' is like the local \(role) dataset",
      "so the two datasets may be exchanged",
      isTrainingExchanged && isValidationExchanged
        ? "exchange the two URIs, or the two files in 'datasets'"
        : "write the URI of the object that the file in 'datasets' becomes")
  }

  /// How many names from the end, of a file and the folders around it, a URI and a path have in common.
  private static func likeness(_ uri: String, _ path: String) -> Int {
    let (uri, path) = (names(uri), names(path))
    return zip(uri.reversed(), path.reversed()).prefix { $0.elementsEqual($1) }.count
  }

  /// The names in a path. That of compressed data is the one that the data have in Cloud Storage.
  private static func names(_ path: String) -> [Substring.UTF8View] {
    let plain = path.hasSuffix(".gz") ? path.dropLast(".gz".count) : path[...]
    return plain.utf8.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
  }
}
