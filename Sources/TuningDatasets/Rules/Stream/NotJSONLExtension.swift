import Diagnostics

/// TK006: a file name that does not end in `.jsonl`.
enum NotJSONLExtension: Rule {
  static let description = RuleDescription(
    "TK006", "not-jsonl-extension", severity: .warning, since: "0.1.0",
    message: "file name '{0}' does not end in .jsonl, and the service takes objects of type JSONL only",
    summary: "The name of a dataset ends in `.jsonl`.",
    rationale: """
      The service refuses a dataset that it does not take for JSONL when the job is created. Whether it goes by \
      the name or by the content type of the object is not documented; a name that ends in .jsonl is what all of \
      Google's samples have. Data from standard input have no name and are not asked for one.
      """,
    remedy: "give the file, and the object in Cloud Storage, a name that ends in .jsonl",
    source: Source("GoogleCloudPlatform/generative-ai issue 2081", asOf: "2025-05-24", confidence: .guess),
    serviceSays: "training_dataset_uri should be a GCS object of type JSONL.",
    examples: [
      .accepts(
        "a name with several dots",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#,
        with: [.fileName("support.v2.train.jsonl")]),
      .accepts(
        "a compressed dataset", bytes: GzipSample.greeting, alongside: ["TK005"],
        with: [.fileName("train.jsonl.gz")], except: GzipSample.exceptions),
      .rejects(
        "JSON Lines named .json",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#,
        with: [.fileName("train.json")]),
      .rejects(
        "a name that an editor made longer",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#,
        with: [.fileName("train.jsonl.txt")]),
    ])

  /// - Parameter path: the path of a regular file; one such as `/dev/stdin` leads to it but is not its name.
  static func check(_ path: String, _ ledger: inout FindingLedger) {
    guard !path.hasSuffix(".jsonl"), !path.hasSuffix(".jsonl.gz") else { return }
    guard !path.hasPrefix("/dev/"), !path.hasPrefix("/proc/") else { return }
    ledger.add(NotJSONLExtension.self, path.split(separator: "/").last.map(String.init) ?? path)
  }
}
