import Documents
import Diagnostics
import JSONLines

/// TK836: a file that is not a job file.
enum NotATuningJob: Rule {
  static let description = RuleDescription(
    "TK836", "not-a-tuning-job", severity: .error, keepsFromExamination: true, since: "0.1.0",
    message: "the file is {0}, not a tuning job",
    summary: "A job file is one JSON object with the fields of the API's `TuningJob`.",
    rationale: "A dataset or a list of jobs instead of a job is an easy mistake, and easy to recognize.",
    remedy: "{1}",
    remedyInGeneral: "write one JSON object; 'tunekit init' creates a job file to start from",
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

  private static let writeAJob = "write one JSON object; 'tunekit init' creates a job file to start from"

  private static let validateIt = "check a dataset with 'tunekit validate', and give a job file here"

  /// Reports a value that is not a job; false if it may be a job.
  static func reportIfNoJob(_ value: DocumentValue, _ findings: inout JobFindings) -> Bool {
    if value.kind != .object {
      findings.report(Self.self, at: value.range, value.kind.name, writeAJob)
    } else if value["contents"] != nil || value["messages"] != nil {
      findings.report(Self.self, at: value.range, "a training example", validateIt)
    } else {
      return false
    }
    return true
  }

  /// Reports a file with more than one value.
  static func reportSeveralValues(in text: [UInt8], _ findings: inout JobFindings) {
    let start = text.firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } ?? 0
    findings.report(
      Self.self, at: start..<start + 1, "a sequence of several JSON values", validateIt)
  }
}
