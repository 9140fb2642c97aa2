import Diagnostics

/// The changes of a line that several findings ask for. Where two of them would change the same bytes, the first one in the line is
/// made: the other finding is looked at again afterwards.
struct LineChanges {
  private struct Change {
    let edit: Edit
    /// The number of the finding.
    let finding: Int
  }

  private var changes: [Change] = []
  private var codes: [RuleCode] = []

  /// How many changes there are.
  var count: Int { changes.count }

  /// Adds the changes that fix a finding.
  mutating func add(_ edits: [Edit], of code: RuleCode) {
    if edits.isEmpty { return }
    changes += edits.map { Change(edit: $0, finding: codes.count) }
    codes.append(code)
  }

  /// Those that can be made together, in the order of the line, and how many findings of each rule they fix. All changes of a
  /// finding are made, or none.
  var apart: (edits: [Edit], fixed: [RuleCode: Int]) {
    let sorted = changes.sorted {
      ($0.edit.range.lowerBound, $0.edit.range.upperBound, $0.finding)
        < ($1.edit.range.lowerBound, $1.edit.range.upperBound, $1.finding)
    }
    var dropped: Set<Int> = []
    var end = 0
    for change in sorted where !dropped.contains(change.finding) {
      if change.edit.range.lowerBound < end {
        dropped.insert(change.finding)
      } else {
        end = change.edit.range.upperBound
      }
    }
    var fixed: [RuleCode: Int] = [:]
    for (finding, code) in codes.enumerated() where !dropped.contains(finding) {
      // All types of a line are one finding.
      fixed[code] = code == InvalidFunctionSchema.description.code ? 1 : (fixed[code] ?? 0) + 1
    }
    return (sorted.filter { !dropped.contains($0.finding) }.map(\.edit), fixed)
  }
}
