import Diagnostics
import ModelCatalog

/// TK831: an adapter size written as a number.
enum AdapterSizeByNumber: Rule {
  static let description = RuleDescription(
    "TK831", "adapter-size-by-number", severity: .warning, since: "0.1.0",
    message: "adapter size {0} means {1}, because the API reads it as an enum number{2}",
    summary: "An adapter size is written by name, because its number means another size.",
    rationale: """
      Google's JSON parsers read a number, also one that is written as a string, as the number of a value \
      in the API's enum. There, 1 is ONE, 2 is FOUR, 3 is EIGHT, 4 is SIXTEEN, 5 is THIRTY_TWO and 6 is \
      TWO. No other number is an adapter size.
      """,
    remedy: "write the name: {3}",
    source: Source("google.protobuf.json_format on TuningJob", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts("a name", job(#""ADAPTER_SIZE_FOUR""#)),
      .accepts("1, which is ONE", job("1")),
      .rejects("4, which is SIXTEEN", job("↓4")),
      .rejects("2 as a string, which is FOUR", job(#"↓"2""#)),
      .rejects("5, which is THIRTY_TWO, a size for open models only", job("↓5"), alongside: ["TK822"]),
      .rejects(
        "4 as a string, which is a size that the model does not support",
        job(#"↓"4""#, model: "gemini-2.5-pro"), alongside: ["TK822"], with: [.today("2026-06-01")]),
    ])

  private static func job(_ adapterSize: String, model: String = "gemini-3.1-flash-lite") -> String {
    """
    {"baseModel": "\(model)", "supervisedTuningSpec": {
      "trainingDatasetUri": "gs://acme-data/train.jsonl", "hyperParameters": {"adapterSize": \(adapterSize)}}}
    """
  }

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let written = context.job.supervisedTuningSpec?.value.hyperParameters?.value.adapterSize,
      let number = written.value.number, number != 0, number != 1, let size = written.value.size
    else { return }
    let meant = AdapterSize(rawValue: number)
    let isMeant = meant.map { " (you probably mean \($0.apiName))" } ?? ""
    // The size that is meant, or the one that the number means, unless the model does not support it.
    let names = AdapterSizeNotSupported.names(for: context)
    let name = (meant ?? size).apiName
    findings.report(
      Self.self, at: written.range, "\(number)", size.apiName, isMeant,
      names.contains(name) || context.isModelNotCovered ? name : Shown.list(names, "or"))
  }
}
