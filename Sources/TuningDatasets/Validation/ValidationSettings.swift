import Diagnostics

/// What a dataset is validated against, and what is kept of what is found.
struct ValidationSettings: Sendable {
  let limits: Limits
  let requirements: DatasetRequirements
  let rules: RuleSettings
  let tokenCounting: TokenCounting?
  /// Whether examples are compared with each other, and whether their instructions and tools are.
  var comparesExamples = true
  var comparesInstructions = true
  /// Whether it is gathered how long lines and examples are.
  var gathersDistributions = false

  /// The findings of a rule in a line whose root causes are looked for.
  private static let mostInLine = 32

  /// What a line's findings are made with.
  var lineFindings: LineFindings {
    let most = rules.maximumFindings
    // More than are kept: all findings of a line are to be known, so that they can be counted for their root causes.
    return LineFindings(isWanted: rules.counted, mostStored: most == 0 ? 0 : max(most, Self.mostInLine))
  }

  /// What was found in a file.
  func conclude(_ file: DatasetValidation.ReadFile) -> ValidatedFile {
    let lines = file.lines
    var ledger = FindingLedger(rules, lines.findings)
    if file.isCompressed { GzipNotForUpload.check(file.isNamedFile ? file.path : nil, &ledger) }
    if file.isNamedFile { NotJSONLExtension.check(file.path, isCompressed: file.isCompressed, &ledger) }
    let isComplete = lines.end.isAtEndOfFile && !lines.isNoDataset
    lines.observations.conclude(
      ConcludedLines(count: lines.count, isComplete: isComplete, end: lines.end), to: &ledger)
    ledger.endCauses()
    return ValidatedFile(
      examples: lines.observations.totals, bytes: lines.end.bytesRead, isComplete: isComplete,
      failure: lines.end.failure, findings: ledger.tally,
      mediaResolutions: lines.observations.mediaResolutions.found)
  }
}
