import Diagnostics
import ModelCatalog

/// TK820: a label that the service does not accept.
enum InvalidLabel: Rule {
  static let description = RuleDescription(
    "TK820", "invalid-label", severity: .error, also: .warning,
    when: "it has 64 characters, which only one of two pages allows", since: "0.1.0",
    message: "label '{0}' may be refused ({1})",
    summary: "Labels have short keys and values of lower-case letters, digits, hyphens and underscores.",
    rationale: """
      A key begins with a letter, a value can be empty, and letters can be of any script. There are at most \
      64 labels. The reference of tuning jobs allows 64 characters in keys and values, but the rule for all \
      of Google Cloud allows 63. Labels are also applied to the tuned model and its endpoint.
      """,
    remedy: "{2}",
    remedyInGeneral: "correct the label, or remove it",
    source: Source(
      "reference/rest/v1/projects.locations.tuningJobs", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "63 characters, and an empty value",
        job(#""\#(String(repeating: "k", count: 63))": "", "größe": "l""#)),
      .rejects("64 characters", job(#"↓"\#(String(repeating: "k", count: 64))": "v""#), as: .warning),
      .rejects("65 characters", job(#""team": "↓\#(String(repeating: "v", count: 65))""#)),
      .rejects("upper case, and a space", job(#""↓Team": "ml", "team": "↓tuning team""#)),
      .rejects(
        "one label too many",
        job((0..<64).map { #""k\#($0)": "v""# }.joined(separator: ", ") + #", ↓"k64": "v""#)
      ),
    ])

  private static func job(_ labels: String) -> String {
    """
    {"baseModel": "gemini-3.1-flash-lite", "labels": {\(labels)},
     "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
    """
  }

  private static let correctIt = "correct the label, or remove it"

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    let labels = context.job.labels
    for (key, value) in labels.prefix(Labels.maximumCount) {
      check(key, of: key.value, Labels.fault(inKey: key.value), &findings)
      check(value, of: key.value, Labels.fault(inValue: value.value), &findings)
    }
    if labels.count > Labels.maximumCount {
      findings.report(
        Self.self, at: labels[Labels.maximumCount].key.range,
        Shown.name(labels[Labels.maximumCount].key.value),
        "there are \(labels.count) labels, but at most \(Labels.maximumCount) are allowed",
        "remove some labels")
    }
  }

  private static func check(
    _ text: Placed<String>, of key: String, _ fault: NameFault?, _ findings: inout JobFindings
  ) {
    if let fault {
      findings.report(
        Self.self, at: text.range(of: fault), Shown.name(key), "the \(fault.piece) \(fault.problem)",
        correctIt)
    } else if Labels.isLong(text.value) {
      findings.report(
        Self.self, at: text.range, as: .warning,
        Shown.name(key),
        "it has \(Labels.maximumLength) characters, one more than the rule for all of Google Cloud allows",
        correctIt)
    }
  }
}
