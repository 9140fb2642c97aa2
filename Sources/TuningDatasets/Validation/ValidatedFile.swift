import Diagnostics

/// What was found in a file.
///
/// There may be very many files, so this is small: it has no room for what was not found.
struct ValidatedFile {
  let examples: ExampleTotals
  /// How many uncompressed bytes were read.
  let bytes: Int
  /// Whether the file was read to its end, and is a dataset.
  let isComplete: Bool
  /// Why it could not be read to its end.
  let failure: String?
  var findings: FindingTally
  /// The media resolutions of its examples with media, in the order in which they occur.
  let mediaResolutions: [MediaResolutions.Found]

  /// What is known of the file.
  func summary(path: String, role: FileRole, _ settings: RuleSettings) -> DatasetSummary {
    let report = FileReport(
      path: path, role: role, examples: examples.examples, turns: examples.turns, bytes: bytes,
      examplesNotExamined: examples.notExamined, kept: findings.kept, counts: findings.counts(settings),
      causes: findings.rootCauses,
      failure: failure ?? (findings.hasLost ? settings.storage?.failure : nil))
    return DatasetSummary(
      report: report, multimodalExamples: examples.multimodal, overlongExamples: examples.overlong,
      textBytes: examples.textBytes, textTokens: examples.textTokens)
  }
}
