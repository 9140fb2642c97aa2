import Diagnostics
import ModelCatalog

/// TK009: a file that is larger than the service accepts.
enum FileTooLarge: Rule {
  static let description = RuleDescription(
    "TK009", "file-too-large", severity: .error,
    also: .warning,
    when: "the file has from 10^9 to 2^30 bytes, and either can be meant by 1 GB",
    keepsFromExamination: false, since: "0.1.0",
    message: "the dataset has {0} bytes uncompressed{2}; the limit is {1} bytes{3}",
    summary: "A dataset is at most 1 GB, uncompressed.",
    rationale: """
      The documentation limits the training file of supervised tuning to 1 GB. It does not say whether that \
      is 10^9 or 2^30 bytes. Below 10^9 bytes a file is safe; above 2^30 bytes it is too large in either \
      case.
      """,
    remedy: """
      remove examples, or move inline media to Cloud Storage, until the dataset has fewer than {1} bytes
      """,
    source: Source("models/tuning/supervised-tuning", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "a file under both limits",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#,
        with: [.maximumFileBytes(warning: 150, error: 250)]),
      .rejects(
        "a file between the two readings of the limit",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}
        """#,
        as: .warning, with: [.maximumFileBytes(warning: 150, error: 250)]),
      .rejects(
        "a file over the limit in either reading",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Thanks"}]},\#
        {"role":"model","parts":[{"text":"You are welcome!"}]}]}
        """#,
        with: [.maximumFileBytes(warning: 150, error: 250)]),
    ])

  /// - Parameters:
  ///   - lengthInBytes: the uncompressed size of the file, or of all shards of a dataset.
  ///   - shards: how many files these are.
  static func check(_ lengthInBytes: Int, shards: Int, _ limits: TuningLimits, _ ledger: inout FindingLedger)
  {
    let place = shards == 1 ? "" : " in \(shards) shards"
    if lengthInBytes > limits.maxFileBytes.value {
      ledger.add(FileTooLarge.self, "\(lengthInBytes)", "\(limits.maxFileBytes.value)", place, "")
    } else if lengthInBytes >= limits.largeFileBytes.value {
      ledger.add(
        FileTooLarge.self, as: .warning, "\(lengthInBytes)", "\(limits.largeFileBytes.value)", place,
        " if the documented 1 GB is decimal")
    }
  }
}
