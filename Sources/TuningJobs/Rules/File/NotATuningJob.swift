import Documents
import Diagnostics
import JSONLines

/// TK836: a file that is no job file.
enum NotATuningJob: Rule {
  static let description = RuleDescription(
    "TK836", "not-a-tuning-job", severity: .error, since: "0.2.0",
    message: "this is {0}, not a tuning job",
    summary: "A job file is one JSON object with the fields of the API's `TuningJob`.",
    rationale:
      "A dataset or a list of jobs in the place of a job is a slip that is easily made and easily told.",
    remedy: "{1}",
    source: Source(
      "aiplatform v1beta1 discovery document, TuningJob", asOf: "2026-11-22", confidence: .documented),
    examples: [
      .accepts(
        "a job",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """),
      .rejects("a list of jobs", #"↓[{"baseModel": "gemini-3.1-flash-lite"}]"#),
      .rejects(
        "a dataset of one example",
        #"""
        ↓{"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a dataset",
        #"""
        ↓{"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},{"role":"model","parts":[{"text":"Bye!"}]}]}
        """#),
    ])

  private static let writeAJob = "write one object; 'tunekit init' writes a file to begin with"

  private static let giveToValidate = "give a dataset to 'tunekit validate'"

  /// Notes a value that is no job; false where it may be one.
  static func reportIfNoJob(_ value: DocumentValue, _ findings: inout JobFindings) -> Bool {
    if value.kind != .object {
      findings.report(Self.self, at: value.range, value.kind.name, writeAJob)
    } else if value["contents"] != nil || value["messages"] != nil {
      findings.report(Self.self, at: value.range, "a training example", giveToValidate)
    } else {
      return false
    }
    return true
  }

  /// Notes a file with more than one value.
  static func reportSeveralValues(in text: [UInt8], _ findings: inout JobFindings) {
    let start = text.firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } ?? 0
    findings.report(
      Self.self, at: start..<start + 1, "a file of several JSON values", giveToValidate)
  }
}
