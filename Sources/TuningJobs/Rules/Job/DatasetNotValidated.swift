import Diagnostics

/// TK829: a dataset that no receipt can vouch for.
enum DatasetNotValidated: Rule {
  static let description = RuleDescription(
    "TK829", "dataset-not-validated", severity: .error, since: "0.2.0",
    message: "the {0} dataset cannot be put on the receipt, since {1}",
    summary: "A receipt vouches for every dataset of its job, so each has a local file that was checked.",
    rationale: """
      A receipt says that the data that will be uploaded are those that were checked. Of a dataset that nobody looked at, \
      or of a file that was written to while it was read, it cannot say so.
      """,
    remedy: "name the local file in 'datasets' and leave it alone, or do without the receipt",
    source: Source("tunekit", asOf: "2026-11-23", confidence: .documented),
    examples: [
      .accepts(
        "a job that wants no receipt",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
      .rejects(
        "a receipt, and no local file",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": ↓"gs://my-bucket/train.jsonl"}}
        """,
        with: [.unvalidatedTrainingDataset("'datasets' names no local file for it")]),
      .rejects(
        "a receipt, and a file that somebody writes to",
        """
        {"baseModel": "gemini-3.1-flash-lite", "datasets": {"training": ↓"train.jsonl"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
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
