import Diagnostics

/// What a dataset is validated against, and what is kept of what is found.
struct ValidationSettings: Sendable {
  let limits: Limits
  let datasetLimits: DatasetLimits
  let findings: FindingSettings

  init(limits: Limits, datasetLimits: DatasetLimits, selection: RuleSelection) {
    self.limits = limits
    self.datasetLimits = datasetLimits
    findings = FindingSettings(selection, maximumKept: limits.maximumFindings)
  }

  /// What was found in a file, all of whose lines are in one part.
  ///
  /// - Parameter isCompressed: whether the file is gzip data.
  func conclude(_ lines: ValidatedLines, isCompressed: Bool) -> ValidatedFile {
    var ledger = FindingLedger(findings, lines.findings)
    if isCompressed { ledger.add(GzipNotForUpload.self) }
    let isComplete = lines.end.isAtEndOfFile && !lines.isNoDataset
    let file = ConcludedLines(count: lines.count, isComplete: isComplete, end: lines.end)
    lines.observations.conclude(file, to: &ledger)
    return ValidatedFile(
      examples: lines.observations.totals, bytes: lines.end.bytesRead, isComplete: isComplete,
      failure: lines.end.failure, ledger: ledger)
  }
}
