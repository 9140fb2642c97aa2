import Diagnostics

/// TK006: a file name that does not end in `.jsonl`, or says that a plain file is compressed.
enum NotJSONLExtension: Rule {
  static let description = RuleDescription(
    "TK006", "not-jsonl-extension", severity: .warning, since: "0.1.0",
    message: "file name '{0}' {1}, and the service accepts only objects of type JSONL",
    summary: "The name of a dataset ends in `.jsonl`.",
    rationale: """
      When a job is created, the service refuses a dataset that it does not recognize as JSONL. It is not \
      documented whether it checks the name or the content type of the object. All of Google's samples have \
      a name that ends in .jsonl. A plain file whose name ends in .jsonl.gz is taken for a compressed one. \
      Standard input has no name and is not checked.
      """,
    remedy: "rename the file, and the object in Cloud Storage, so that the name ends in .jsonl",
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
      .rejects(
        "a plain file that is named like a compressed one",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#,
        with: [.fileName("train.jsonl.gz")],
        except: [.inapplicable(.gzip, because: "the name is right for a compressed file")]),
    ])

  /// - Parameters:
  ///   - path: the path of a regular file; one such as `/dev/stdin` leads to it but is not its name.
  ///   - isCompressed: whether the file is gzip data.
  static func check(_ path: String, isCompressed: Bool, _ ledger: inout FindingLedger) {
    guard !path.hasPrefix("/dev/"), !path.hasPrefix("/proc/") else { return }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if name.hasSuffix(".jsonl.gz") {
      if !isCompressed {
        ledger.add(NotJSONLExtension.self, name, "ends in .gz, but the file is not compressed")
      }
    } else if !name.hasSuffix(".jsonl") {
      ledger.add(NotJSONLExtension.self, name, "does not end in .jsonl")
    }
  }
}
