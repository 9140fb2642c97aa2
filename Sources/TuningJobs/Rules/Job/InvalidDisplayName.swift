import Diagnostics
import ModelCatalog

/// TK819: a display name that is too long.
enum InvalidDisplayName: Rule {
  static let description = RuleDescription(
    "TK819", "invalid-display-name", severity: .error, since: "0.1.0",
    message: "the display name has {0} characters, but at most {1} are allowed",
    summary: "A display name has at most 128 characters.",
    rationale: "The service accepts any characters of UTF-8 in a display name, up to 128 of them.",
    remedy: "shorten the display name to at most {1} characters",
    source: Source(
      "reference/rest/v1/projects.locations.tuningJobs", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts("128 characters of several bytes", job(displayName: String(repeating: "字", count: 128))),
      .rejects("129 characters", job(displayName: String(repeating: "n", count: 129))),
    ])

  private static func job(displayName: String) -> String {
    """
    {"baseModel": "gemini-3.1-flash-lite",
     "tunedModelDisplayName": \(displayName.utf8.count == 129 ? "↓" : "")"\(displayName)",
     "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
    """
  }

  private static let mostCharacters = 128

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let name = context.job.tunedModelDisplayName else { return }
    let count = name.value.unicodeScalars.count
    if count > mostCharacters { findings.report(Self.self, at: name.range, "\(count)", "\(mostCharacters)") }
  }
}
