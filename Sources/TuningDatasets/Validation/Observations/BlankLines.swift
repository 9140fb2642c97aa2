import Diagnostics
import JSONLines

/// The blank lines after the last line that is not blank: findings only if another such line follows, because blank lines at
/// the end of the file are harmless.
struct BlankLines: Observation {
  /// What they are if a line follows that is not blank.
  private var findings = FindingTally()
  /// Whether there is a line that is not blank.
  private var hasExample = false

  /// Notes a blank line.
  mutating func add(_ line: LineBytes, number: Int, offset: Int, _ ledger: borrowing FindingLedger) {
    guard ledger.counts(BlankLine.description.code) else { return }
    findings.add(LineFindings.Item(BlankLine.self), in: line, number: number, offset: offset, ledger.settings)
  }

  /// Notes a line that is not blank, so that the blank lines before it are reported.
  @inline(__always)
  mutating func addExample(_ ledger: inout FindingLedger) {
    hasExample = true
    if !findings.counts.isEmpty { report(to: &ledger) }
  }

  @inline(never)
  private mutating func report(to ledger: inout FindingLedger) {
    findings.close(ledger.settings)
    ledger.append(findings)
    findings = FindingTally()
  }

  /// Reports the blank lines of this part, if a line that is not blank is in the next.
  mutating func report(before next: BlankLines, to tally: inout FindingTally, _ settings: RuleSettings) {
    guard next.hasExample else { return }
    tally.append(findings, behind: 0, settings)
    findings = FindingTally()
  }

  mutating func append(_ next: BlankLines, behind lines: Int, _ settings: RuleSettings) {
    hasExample = hasExample || next.hasExample
    findings.append(next.findings, behind: lines, settings)
    findings.close(settings)
  }

  /// Hands what is kept of very many blank lines to the storage.
  mutating func close(_ settings: RuleSettings) { findings.close(settings) }
}
