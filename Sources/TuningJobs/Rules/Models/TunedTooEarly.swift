import Diagnostics

/// TK810: a model that was tuned before continuous tuning became available.
enum TunedTooEarly: Rule {
  static let description = RuleDescription(
    "TK810", "tuned-too-early", severity: .error, also: .warning,
    when:
      "the day depends on the time zone, or the description gives only the time at which the model's first version was created",
    since: "0.1.0",
    message: "the model {0} {1}, but continuous tuning needs a model tuned on or after 2025-07-11{2}",
    summary: "The tuned model was tuned on or after 2025-07-11.",
    rationale: """
      The page about continuous tuning gives the date, but neither a time zone nor which of a model's times \
      counts. Before 2025-07-10T10:00:00Z it was the 10th everywhere on Earth; from 2025-07-11T12:00:00Z on \
      it was the 11th everywhere.
      """,
    remedy: "tune the base model again, and continue from the new model",
    source: Source("models/tuning/continuous-tuning", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "the 11th everywhere", job.replacing("↓", with: ""),
        with: [.modelDescription(model("versionCreateTime", "2025-07-11T12:00:00Z"))]),
      .accepts(
        "the 11th everywhere, written in another zone", job.replacing("↓", with: ""),
        with: [.modelDescription(model("versionCreateTime", "2025-07-11T05:00:00.000-07:00"))]),
      .accepts(
        "a first version of that day, whatever the day of this one", job.replacing("↓", with: ""),
        with: [.modelDescription(model("createTime", "2025-07-11T12:00:00Z"))]),
      .rejects(
        "the 10th everywhere", job,
        with: [.modelDescription(model("versionCreateTime", "2025-07-10T09:59:59Z"))]),
      .rejects(
        "the 11th somewhere", job, as: .warning,
        with: [.modelDescription(model("versionCreateTime", "2025-07-10T10:00:00Z"))]),
      .rejects(
        "the 10th somewhere", job, as: .warning,
        with: [.modelDescription(model("versionCreateTime", "2025-07-11T11:59:59.999Z"))]),
      .rejects(
        "a job's end",
        job,
        with: [
          .modelDescription(
            """
            {"name": "projects/123456789012/locations/us-central1/tuningJobs/1", "endTime": "2025-07-10T00:00:00Z",
             "tunedModel": {"model": "projects/123456789012/locations/us-central1/models/1234567890@1"}}
            """)
        ]),
      .rejects(
        "an early first version; this one may be newer", job, as: .warning,
        with: [.modelDescription(model("createTime", "2025-01-01T00:00:00Z"))]),
    ])

  private static let job = """
    {"preTunedModel": {"tunedModelName": ↓"projects/123456789012/locations/us-central1/models/1234567890@1"},
     "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
    """

  private static func model(_ field: String, _ time: String) -> String {
    """
    {"name": "projects/123456789012/locations/us-central1/models/1234567890", "versionId": "1",
     "\(field)": "\(time)"}
    """
  }

  /// The first instant at which it was 2025-07-11 anywhere: at UTC+14.
  private static let firstAnywhere = Timestamp(2025, 7, 10, hour: 10)
  /// The first instant at which it was 2025-07-11 everywhere: at UTC-12.
  private static let firstEverywhere = Timestamp(2025, 7, 11, hour: 12)

  /// Whether a model may have been tuned too early.
  static func isTooEarly(_ tuned: ModelDescription.TuningTime?) -> Bool {
    tuned.map { $0.timestamp < firstEverywhere } ?? false
  }

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let tuned = context.modelDescription?.tuned, let range = context.tunedModelRange,
      isTooEarly(tuned)
    else { return }
    switch tuned {
    case .exact(let time) where time < firstAnywhere:
      findings.report(Self.self, at: range, "was tuned at", time.description, "")
    case .exact(let time):
      findings.report(
        Self.self, at: range, as: .warning, "was tuned at", time.description,
        " (no page gives the time zone)")
    case .notBefore(let time):
      findings.report(
        Self.self, at: range, as: .warning, "was created at", time.description,
        " (the description does not say when this version was tuned)")
    }
  }
}
