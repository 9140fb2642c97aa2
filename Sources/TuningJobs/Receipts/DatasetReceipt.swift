import ByteStreams
public import Diagnostics
import TuningDatasets

/// What was checked of one dataset: enough to prove later that a file or an object is the one that was validated.
public struct DatasetReceipt: Equatable, Sendable {
  /// What the dataset is for.
  public let role: FileRole
  /// The path of the local file; in a receipt's file relative to that file's folder.
  public internal(set) var path: String
  /// Where the job says that the dataset is, such as `gs://bucket/train.jsonl`.
  public internal(set) var uri: String
  /// The digests of the bytes to be uploaded: those of the file, inflated if it is compressed.
  public internal(set) var digest: FileDigest.Value
  /// How many examples there are.
  public internal(set) var examples: Int
  /// How many tokens their texts have: an estimate if the receipt has no tokenizer.
  public internal(set) var textTokens: Int
  /// How often each rule found something, by code; none of it is an error.
  public internal(set) var findings: [RuleCode: Int]

  /// The result of a validation; it is a receipt only if there are no errors.
  init(_ summary: DatasetSummary, digest: FileDigest.Value, uri: String) {
    role = summary.report.role
    path = summary.report.path
    self.uri = uri
    self.digest = digest
    examples = summary.report.examples
    textTokens = summary.textTokens
    findings = summary.report.findingCounts
  }

  /// A receipt that was read from a file.
  init(
    role: FileRole, path: String, uri: String, digest: FileDigest.Value, examples: Int,
    textTokens: Int, findings: [RuleCode: Int]
  ) {
    self.role = role
    self.path = path
    self.uri = uri
    self.digest = digest
    self.examples = examples
    self.textTokens = textTokens
    self.findings = findings
  }
}
