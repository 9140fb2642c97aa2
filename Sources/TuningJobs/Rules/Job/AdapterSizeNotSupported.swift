import Diagnostics
import ModelCatalog

/// TK822: an adapter size that the base model does not support.
enum AdapterSizeNotSupported: Rule {
  static let description = RuleDescription(
    "TK822", "adapter-size-not-supported", severity: .error, also: .warning,
    when: "the sizes of the base model are not documented", since: "0.1.0",
    message: "adapter size {0} is not available ({1})",
    summary: "The adapter size is one that the base model supports.",
    rationale: """
      The documentation lists the sizes for each base model: 1, 2, 4, 8 and 16 for most, without 16 for \
      Gemini 2.5 Pro. Size 32 is for open models only. A size is written by name, such as \
      `ADAPTER_SIZE_FOUR`.
      """,
    remedy: "write {2}, or remove 'adapterSize'",
    source: Source("models/tuning/supervised-tuning", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "the largest size of a model", job("gemini-2.5-pro", #""ADAPTER_SIZE_EIGHT""#),
        with: [.today("2026-06-01")]),
      .accepts("no size in particular", job("gemini-3.1-flash-lite", #""ADAPTER_SIZE_UNSPECIFIED""#)),
      .rejects(
        "a size of other models only", job("gemini-2.5-pro", #"↓"ADAPTER_SIZE_SIXTEEN""#),
        with: [.today("2026-06-01")]),
      .rejects("a number without a size", job("gemini-3.1-flash-lite", "↓8")),
      .rejects("a size of open models", job("gemini-3.1-flash-lite", #"↓"ADAPTER_SIZE_THIRTY_TWO""#)),
      .rejects("a number that means such a size", job("gemini-3.1-flash-lite", "↓5"), alongside: ["TK831"]),
      .rejects("a name that no size has", job("gemini-3.1-flash-lite", #"↓"ADAPTER_SIZE_FOURTEEN""#)),
      .rejects(
        "a size that is probably not one of the model's",
        job("gemini-3.5-flash-lite", #"↓"ADAPTER_SIZE_THIRTY_TWO""#), as: .warning),
    ])

  private static func job(_ model: String, _ adapterSize: String) -> String {
    """
    {"baseModel": "\(model)", "supervisedTuningSpec": {
      "trainingDatasetUri": "gs://acme-data/train.jsonl", "hyperParameters": {"adapterSize": \(adapterSize)}}}
    """
  }

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let written = context.job.supervisedTuningSpec?.value.hyperParameters?.value.adapterSize else {
      return
    }
    let sizes = sizes(for: context)
    let names = names(for: context)
    let remedy = Shown.list(names, "or")
    if let size = written.value.size {
      guard !sizes.contains(size.rawValue), !context.isModelNotCovered else { return }
      let model = context.baseModel
      findings.report(
        Self.self, at: written.range, as: model?.adapterSizes.isCertain == false ? .warning : nil,
        "\(size.rawValue)",
        (model.map(\.displayName) ?? "a Gemini model") + " cannot be tuned with \(size.apiName)",
        remedy)
    } else if let number = written.value.number, number != 0 {
      let meant = AdapterSize(rawValue: number).map { "; did you mean '\($0.apiName)'?" } ?? ""
      findings.report(
        Self.self, at: written.range, "\(number)", "the API has no size with this number" + meant, remedy)
    } else if case .name(let name) = written.value, written.value.number == nil,
      name != AdapterSize.unspecifiedName
    {
      // A text that is longer than any name is not a misspelled name.
      let nearest = name.utf8.count <= 64 ? NearestName.of(name, among: names, aliases: aliases) : nil
      findings.report(
        Self.self, at: written.range,
        "'\(Shown.name(name))'",
        "the API has no size with this name" + (nearest.map { "; did you mean '\($0)'?" } ?? ""), remedy)
    }
  }

  /// The names of the sizes of the base model; if it is not known, those of all tunable models.
  static func names(for context: JobContext) -> [String] {
    let sizes = sizes(for: context)
    return AdapterSize.allCases.filter { sizes.contains($0.rawValue) }.map(\.apiName)
  }

  /// The sizes of the base model; if it is not known, those of all tunable models.
  private static func sizes(for context: JobContext) -> Set<Int> {
    if let model = context.baseModel { return Set(model.adapterSizes.value) }
    return Set(context.catalog.tunableModels.flatMap(\.adapterSizes.value))
  }

  /// The last word of each name means the same size.
  private static let aliases = Dictionary(
    uniqueKeysWithValues: AdapterSize.allCases.map { size in
      (String(size.apiName.dropFirst("ADAPTER_SIZE_".count)), size.apiName)
    })
}
