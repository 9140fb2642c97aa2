import Documents
import Diagnostics
import JSONLines

/// TK836: a file that is not the file of a supervised tuning job.
enum NotATuningJob: Rule {
  static let description = RuleDescription(
    "TK836", "not-a-tuning-job", severity: .error, keepsFromExamination: true, since: "0.1.0",
    message: "the file is {0}, not a supervised tuning job",
    summary: "A job file is one JSON object with the fields of the API's `TuningJob`.",
    rationale: """
      A dataset or a list of jobs instead of a job is an easy mistake, and easy to recognize. Jobs of other \
      tuning methods, such as preference tuning, have other fields and other datasets, which are not checked.
      """,
    remedy: "{1}",
    remedyInGeneral: "write one JSON object; 'tunekit init' creates a job file to start from",
    source: Source(
      "aiplatform v1beta1 discovery document, TuningJob", asOf: "2026-11-22", confidence: .documented),
    examples: [
      .accepts(
        "a job",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a job for preference tuning",
        """
        {"baseModel": "gemini-2.5-flash",
         ↓"preferenceOptimizationSpec": {"trainingDatasetUri": "gs://acme-data/pairs.jsonl"}}
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
    } else if let (name, method) = otherMethod(of: value) {
      findings.report(
        Self.self, at: name, method,
        "check only supervised tuning jobs here, which have 'supervisedTuningSpec'; tunekit does not check others"
      )
    } else {
      return false
    }
    return true
  }

  /// The tuning method of a job that is not a supervised one, in words, and the place of its field's name.
  private static func otherMethod(of value: DocumentValue) -> (name: Range<Int>, method: String)? {
    func given(_ field: String) -> DocumentValue.Member? {
      value.members.first {
        FieldDescription(field).isNamed($0.name, inEitherSpelling: true) && $0.value.kind != .null
      }
    }
    guard given("supervisedTuningSpec") == nil else { return nil }
    for field in JobSchema.otherSpecs {
      if let member = given(field) { return (member.nameRange, method(of: field)) }
    }
    return nil
  }

  private static func method(of field: String) -> String {
    switch field {
    case "preferenceOptimizationSpec": "a preference tuning job"
    case "reinforcementTuningSpec": "a reinforcement tuning job"
    case "distillationSpec": "a distillation job"
    case "partnerModelTuningSpec": "a job that tunes the model of a partner"
    case "fullFineTuningSpec": "a full fine-tuning job"
    case "veoTuningSpec", "veoLoraTuningSpec": "a job that tunes a Veo model"
    default: "a job of another tuning method ('\(field)')"
    }
  }

  /// Reports a file with more than one value.
  static func reportSeveralValues(in text: [UInt8], _ findings: inout JobFindings) {
    let start = text.firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } ?? 0
    findings.report(
      Self.self, at: start..<start + 1, "a sequence of several JSON values", validateIt)
  }
}
