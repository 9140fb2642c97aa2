import Diagnostics

/// TK005: a compressed dataset.
enum GzipNotForUpload: Rule {
  static let description = RuleDescription(
    "TK005", "gzip-not-for-upload", severity: .info, since: "0.1.0",
    message: "the file is gzip data, but the tuning service is documented for plain .jsonl files only",
    summary: "The file that is uploaded for tuning is not compressed.",
    rationale: """
      No page about tuning mentions compressed datasets, and the SDK hands a .gz name on as it is. Compressing \
      spares disk space while a dataset is made and kept; whether the service would read it is not known.
      """,
    remedy: "decompress the file before it is uploaded",
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
