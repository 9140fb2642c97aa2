import Diagnostics
import ModelCatalog

/// TK704: so many examples that will be dropped that the job fails.
enum ManyExamplesDropped: Rule {
  /// An example with a video from its beginning to a time.
  private static func video(_ name: String, until end: String) -> String {
    #"{"contents":[{"role":"user","parts":[{"fileData":{"mimeType":"video/mp4","#
      + #""fileUri":"gs://my-bucket/matches/\#(name).mp4"},"videoMetadata":{"endOffset":"\#(end)"}},"#
      + #"{"text":"Who wins \#(name)?"}]},{"role":"model","parts":[{"text":"The home team."}]}]}"#
  }

  static let description = RuleDescription(
    "TK704", "many-examples-dropped", severity: .error,
    also: .warning, when: "examples are dropped for too many tokens, which is not documented to fail a job",
    since: "0.1.0",
    message: "{0}, so the service drops them, and a job fails if more than {1} % of its examples are dropped",
    summary: "At most a tenth of the training examples are dropped by the service.",
    rationale: """
      The service drops examples whose video is too long, and if they are more than a tenth, the job fails \
      before training. It also drops examples with too many tokens; whether the same limit applies to them is not \
      documented. Offline, the length of a video is not known: only a video whose `videoMetadata` says that more than \
      20 minutes of it are used is surely too long, at any media resolution. The number of tokens is estimated, \
      unless `--tokenizer` counts them.
      """,
    remedy: "shorten these examples, or remove those that cannot be shortened",
    source: Source("models/tuning/video", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts("one video of exactly 20 minutes", video("one", until: "1200s")),
      .accepts(
        "one long video among ten examples",
        video("one", until: "1201s") + "\n"
          + (2...10).map { video("\($0)", until: "60s") }.joined(separator: "\n")),
      .rejects(
        "two videos of more than 20 minutes",
        video("one", until: "1201s") + "\n" + video("two", until: "1500.5s")),
      .rejects(
        "texts that are probably too long",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi there, how are you?"}]},\#
        {"role":"model","parts":[{"text":"Fine, thank you."}]}]}
        """#, as: .warning, alongside: ["TK703"], with: [.maximumTokens(5)]),
    ])

  static func check(
    _ training: DatasetTotals, areTokensCounted: Bool, _ limits: TuningLimits, _ ledger: inout FindingLedger
  ) {
    let percent = limits.maxDroppedPercent.value
    func areMany(_ examples: Int) -> Bool { examples * 100 > training.examples * percent }
    let examples = "\(training.examples) examples"
    if areMany(training.longVideos) {
      ledger.add(
        ManyExamplesDropped.self, "\(training.longVideos) of the \(examples) have a video that is too long",
        "\(percent)")
    } else if areMany(training.overlongExamples + training.longVideos) {
      let dropped = training.overlongExamples + training.longVideos
      ledger.add(
        ManyExamplesDropped.self, as: .warning,
        "\(dropped) of the \(examples)\(areTokensCounted ? "" : " probably") have too many tokens",
        "\(percent)")
    }
  }
}
