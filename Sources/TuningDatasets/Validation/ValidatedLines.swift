import Diagnostics

/// What was found in consecutive lines of a file, to which what was found in the lines that follow can be appended.
///
/// Wherever a file is cut into such parts, they come to the same. Lines are counted from the part's first; bytes are
/// offsets in the file. A part contains no settings: those are the pass's.
struct ValidatedLines: LinePart {
  /// How many lines there are.
  var count = 0
  /// The findings that are certain.
  var findings = FindingTally()
  /// What more than a line tells.
  var observations = Observations()
  /// Whether the file as a whole is not a dataset, so that nothing more of it is read.
  var isNoDataset = false
  /// How the part ends.
  var end = PartEnd()

  var isOver: Bool { isNoDataset || end.isAtEndOfFile || end.failure != nil }

  /// Begins a part somewhere after another.
  mutating func begin(behind earlier: ValidatedLines) {
    count = 0
    findings = FindingTally()
    observations.begin(behind: earlier.observations)
    isNoDataset = false
    end = PartEnd()
  }

  /// Ends the part if there was no room for its findings.
  mutating func noteLoss(_ settings: RuleSettings) {
    if findings.hasLost, end.failure == nil { end.failure = settings.storage?.failure }
  }

  /// Appends what was found in the lines that follow.
  mutating func append(_ next: ValidatedLines, _ settings: RuleSettings) {
    guard !isOver else { return }
    observations.blankLines.report(before: next.observations.blankLines, to: &findings, settings)
    findings.append(next.findings, behind: count, settings)
    observations.append(next.observations, behind: count, settings)
    isNoDataset = next.isNoDataset
    count += next.count
    let bytesRead = max(end.bytesRead, next.end.bytesRead)
    end = next.end
    end.bytesRead = bytesRead
    noteLoss(settings)
  }
}
