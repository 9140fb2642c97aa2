import Diagnostics
import JSONLines

/// TK834: a field of a job whose value is of the wrong type.
enum WrongJobFieldType: Rule {
  static let description = RuleDescription(
    "TK834", "wrong-job-field-type", severity: .error, since: "0.1.0",
    message: "field '{0}' is {2}, but must be {1}",
    summary: "Every field of a job file has a value of the type that the API requires.",
    rationale: """
      Google's JSON parsers refuse a request with a value of the wrong type. They also accept a whole \
      number as a string or with a zero fraction, so `3`, `"3"` and `3.0` are the same number of epochs; \
      `2.5` is refused.
      """,
    remedy: "{3}",
    remedyInGeneral: "change the value to one of the type that the field has",
    source: Source("google.protobuf.json_format on TuningJob", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts(
        "numbers as strings",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://acme-data/train.jsonl",
          "hyperParameters": {"epochCount": "3", "learningRateMultiplier": "1.5"}
        }}
        """),
      .rejects(
        "a number that JSON does not have",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://acme-data/train.jsonl",
          "hyperParameters": {"learningRateMultiplier": ↓"0x10"}
        }}
        """),
      .rejects(
        "half an epoch, and a checkpoint by number",
        """
        {"preTunedModel": {
           "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1",
           "checkpointId": ↓1},
         "supervisedTuningSpec": {
           "trainingDatasetUri": "gs://acme-data/train.jsonl", "hyperParameters": {"epochCount": ↓2.5}
        }}
        """),
      .rejects(
        "a label that is a number, and a key by its name alone",
        """
        {"baseModel": "gemini-3.1-flash-lite", "labels": {"round": ↓2},
         "encryptionSpec": ↓"projects/acme-tuner/locations/us-central1/keyRings/r/cryptoKeys/k",
         "supervisedTuningSpec": {
           "trainingDatasetUri": "gs://acme-data/train.jsonl", "exportLastCheckpointOnly": ↓"true"}}
        """),
      .rejects(
        "a list with one URI",
        """
        {"baseModel": "gemini-3.1-flash-lite", "supervisedTuningSpec": {
          "trainingDatasetUri": ↓["gs://acme-data/train.jsonl"], "hyperParameters": {"adapterSize": ↓4.5}}}
        """),
      .rejects(
        "no path of a local file",
        """
        {"baseModel": "gemini-3.1-flash-lite", "datasets": {"training": ↓""},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a model that is a string, as in a sample of the documentation",
        """
        {"preTunedModel": ↓"gemini-3.5-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
    ])

  /// Reports a value as it is written, what it is, and what it must be.
  static func report(
    _ field: String, at range: Range<Int>, _ written: String, is found: String, not expected: String,
    _ findings: inout JobFindings
  ) {
    let isNumber = written.utf8.first.map { "-0123456789".utf8.contains($0) } == true
    // A short number is told with its kind.
    let isShort = isNumber && written.utf8.count <= 20 && found == JSONKind.number.name
    findings.report(
      Self.self, at: range, Shown.name(field), expected, isShort ? "the number \(written)" : found,
      remedy(field, written, expected))
  }

  /// Whether a list has one element, a string.
  private static func isOneString(_ list: String) -> Bool {
    let inner = list.dropFirst().dropLast().filter { !$0.isWhitespace }
    return inner.count > 1 && inner.first == "\"" && inner.last == "\""
      && !inner.dropFirst().dropLast().contains("\"")
  }

  /// What to write instead.
  private static func remedy(_ field: String, _ written: String, _ expected: String) -> String {
    let byDefault = "change the value to \(expected)"
    guard written.utf8.count <= 200, let first = written.utf8.first else { return byDefault }
    let isString = first == UInt8(ascii: "\"")
    switch expected {
    case "a string" where !isString && first != UInt8(ascii: "{") && first != UInt8(ascii: "["):
      return "write it in quotation marks: \"\(written)\""
    case "true or false" where ["\"true\"", "\"false\""].contains(written.lowercased()):
      return "write it without quotation marks: \(written.lowercased().dropFirst().dropLast())"
    case "an object" where isString && field == "preTunedModel":
      let name = String(written.dropFirst().dropLast())
      return ResourceKind.of(name) == .model
        ? "write {\"tunedModelName\": \(written)}"
        : "write {\"tunedModelName\": …} with the full name of a tuned model, or use 'baseModel' for a base model"
    case "a string" where first == UInt8(ascii: "[") && isOneString(written):
      return "write the string alone, without brackets"
    case "the name of an adapter size": return "write the name, such as \"\(AdapterSize.four.apiName)\""
    case "an object" where isString && field == "supervisedTuningSpec":
      return "write {\"trainingDatasetUri\": \(written)}"
    case "the path of a file": return "write the path of the local file, or remove the field"
    case "an object" where isString && field == "encryptionSpec":
      return "write {\"kmsKeyName\": \(written)}"
    default: return byDefault
    }
  }
}
