import Diagnostics

/// TK005: a compressed dataset.
enum GzipNotForUpload: Rule {
  static let description = RuleDescription(
    "TK005", "gzip-not-for-upload", severity: .info, since: "0.1.0",
    message: """
      the file is compressed with gzip, but the tuning service is documented for plain .jsonl files only
      """,
    summary: "The file that is uploaded for tuning is not compressed.",
    rationale: """
      No page about tuning mentions compressed datasets, and the SDK passes a .gz name on unchanged. \
      Compression saves disk space while you prepare and store a dataset. It is not known whether the \
      service can read compressed data.
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
    ])
}
