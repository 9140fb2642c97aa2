import Diagnostics
import JSONLines

/// The blank lines: findings only if a line that is not blank follows, because blank lines at the end of the file are harmless.
struct BlankLines: Observation {
  /// Those before the last line that is not blank.
  private var before = Places()
  /// Those after it.
  private var behind = Places()
  /// Whether there is a line that is not blank.
  private var hasExample = false

  /// Blank lines. Only the first ones are kept, so that memory is bounded by the limit that the user set.
  private struct Places: Codable {
    private(set) var kept: [Finding] = []
    private(set) var count = 0

    mutating func add(_ finding: @autoclosure () -> Finding, _ settings: RuleSettings) {
      count += 1
      if settings.keeps(BlankLine.description.code, having: kept.count) { kept.append(finding()) }
    }

    mutating func append(_ next: Places, movedBehind lines: Int, _ settings: RuleSettings) {
      count += next.count
      for finding in next.kept where settings.keeps(finding.code, having: kept.count) {
        kept.append(finding.moved(behind: lines))
      }
    }
  }

  /// Notes a blank line.
  mutating func add(_ line: LineBytes, number: Int, offset: Int, _ settings: RuleSettings) {
    behind.add(
      Finding(LineFindings.Item(BlankLine.self), in: line, number: number, offset: offset), settings)
  }

  /// Notes a line that is not blank.
  @inline(__always)
  mutating func addExample(_ settings: RuleSettings) {
    hasExample = true
    if behind.count > 0 { moveBefore(settings) }
  }

  @inline(never)
  private mutating func moveBefore(_ settings: RuleSettings) {
    before.append(behind, movedBehind: 0, settings)
    behind = Places()
  }

  mutating func append(_ next: BlankLines, behind lines: Int, _ settings: RuleSettings) {
    if next.hasExample { addExample(settings) }
    before.append(next.before, movedBehind: lines, settings)
    behind.append(next.behind, movedBehind: lines, settings)
  }

  func conclude(_ file: ConcludedLines, to ledger: inout FindingLedger) {
    for finding in before.kept { ledger.add(finding) }
    let rule = BlankLine.description
    ledger.count(rule.code, rule.severity, times: before.count - before.kept.count, errors: 0)
  }
}
