import Diagnostics

/// TK005: a compressed dataset.
enum GzipNotForUpload: Rule {
  static let description = RuleDescription(
    "TK005", "gzip-not-for-upload", severity: .info,
    also: .warning, when: "the name of the file does not end in `.gz`", since: "0.1.0",
    message: """
      the file is compressed with gzip{0}, but the tuning service is documented for plain .jsonl files only
      """,
    summary: "The file that is uploaded for tuning is not compressed.",
    rationale: """
      No page about tuning mentions compressed datasets, and the SDK passes a .gz name on unchanged. \
      Compression saves disk space while you prepare and store a dataset. It is not known whether the \
      service can read compressed data. A name without .gz hides that the file is compressed, so it is \
      easily uploaded as it is.
      """,
    remedy: "decompress the file before you upload it",
    source: Source("models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "plain text",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a compressed dataset", bytes: GzipSample.greeting, at: [], with: [.fileName("train.jsonl.gz")],
        except: GzipSample.exceptions),
      .rejects(
        "a compressed dataset that is named like a plain one", bytes: GzipSample.greeting, at: [],
        as: .warning,
        with: [.fileName("train.jsonl")], except: GzipSample.exceptions),
    ])

  /// - Parameter path: the path of a regular file; nil without one.
  static func check(_ path: String?, _ ledger: inout FindingLedger) {
    if let path, !path.lowercased().hasSuffix(".gz"), !path.hasPrefix("/dev/"), !path.hasPrefix("/proc/") {
      ledger.add(GzipNotForUpload.self, as: .warning, ", though its name does not end in .gz")
    } else {
      ledger.add(GzipNotForUpload.self, "")
    }
  }
}
