import Diagnostics

/// TK829: a dataset that a receipt cannot cover.
enum DatasetNotValidated: Rule {
  static let description = RuleDescription(
    "TK829", "dataset-not-validated", severity: .error, since: "0.1.0",
    message: "the {0} dataset cannot be part of the receipt, because {1}",
    summary: "Every dataset on a receipt has a local file that was checked.",
    rationale: """
      A receipt says that the data to be uploaded are the data that were checked. It cannot say that for a \
      dataset without a local file, or for a file that changed while it was read.
      """,
    remedy: """
      name an intact local file in 'datasets' and do not change it during the check, or make the plan \
      without a receipt
      """,
    source: Source("tunekit", asOf: "2026-11-23", confidence: .documented),
    examples: [
      .accepts(
        "a job without a receipt",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a receipt, and no local file",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": ↓"gs://acme-data/train.jsonl"}}
        """,
        with: [.unvalidatedTrainingDataset("'datasets' has no local file for it")]),
      .rejects(
        "a receipt, and a file that changes",
        """
        {"baseModel": "gemini-3.1-flash-lite", "datasets": {"training": ↓"train.jsonl"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """,
        with: [.unvalidatedTrainingDataset("its file changed while it was read")]),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    let (job, spec) = (context.job, context.job.supervisedTuningSpec?.value)
    let places = [
      (FileRole.training, job.datasets.training ?? spec?.trainingDatasetUri),
      (.validation, job.datasets.validation ?? spec?.validationDatasetUri),
    ]
    for (role, place) in places {
      guard let problem = context.unvalidatedDatasets[role] else { continue }
      findings.report(Self.self, at: place?.range ?? job.beginning, role.rawValue, problem)
    }
  }
}
