import Diagnostics
import JSONLines

/// The blank lines since the last one that is not: findings only if another such line follows, since blank lines at the
/// file's end harm nobody.
struct BlankLines {
  private var kept: [Finding] = []
  private var uncounted = 0

  /// Holds a line back; only if its finding could be kept, its place is remembered.
  mutating func add(_ line: LineBytes, number: Int, offset: Int, isKept: Bool) {
    // As many may be remembered as the ledger would keep, so memory stays bounded by the limit that the user set.
    if isKept, kept.count < BlankLines.mostRemembered {
      kept.append(Finding(LineFindings.Item(BlankLine.self), in: line, number: number, offset: offset))
    } else {
      uncounted += 1
    }
  }

  /// Reports what was held back.
  mutating func flush(to ledger: inout FindingLedger) {
    for finding in kept { ledger.add(finding) }
    if uncounted > 0 { ledger.count(BlankLine.self, times: uncounted) }
    if !kept.isEmpty { kept.removeAll() }
    uncounted = 0
  }

  /// How many places of one run of blank lines are remembered.
  private static let mostRemembered = 1000
}
