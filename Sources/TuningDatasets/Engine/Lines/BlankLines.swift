import Diagnostics
import JSONLines

/// The blank lines since the last one that is not: findings only if another such line follows, since blank lines at the
/// file's end harm nobody.
struct BlankLines: Sendable {
  private var kept: [Finding] = []
  private var uncounted = 0

  /// How many places are remembered.
  var remembered: Int { kept.count }

  /// Holds a line back; only if its finding will be kept, its place is remembered, so memory is bounded by the limit
  /// that the user set.
  mutating func add(_ line: LineBytes, number: Int, offset: Int, isKept: Bool) {
    if isKept {
      kept.append(Finding(LineFindings.Item(BlankLine.self), in: line, number: number, offset: offset))
    } else {
      uncounted += 1
    }
  }

  /// Adds the blank lines of the part that follows, behind so many lines.
  mutating func append(_ next: BlankLines, behind lines: Int, keptBy ledger: FindingLedger) {
    uncounted += next.uncounted
    for finding in next.kept {
      if ledger.keeps(finding.code, besides: kept.count) {
        kept.append(finding.moved(behind: lines))
      } else {
        uncounted += 1
      }
    }
  }

  /// Reports what was held back.
  mutating func flush(to ledger: inout FindingLedger) {
    for finding in kept { ledger.add(finding) }
    if uncounted > 0 { ledger.count(BlankLine.self, times: uncounted) }
    if !kept.isEmpty { kept.removeAll() }
    uncounted = 0
  }
}
