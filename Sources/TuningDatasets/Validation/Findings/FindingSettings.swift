import Diagnostics

/// Which findings count, and which are kept.
struct FindingSettings: Sendable {
  private let selection: RuleSelection
  private let isCounted: ContiguousArray<Bool>
  private let maximumKept: Int

  /// - Parameter maximumKept: the most findings of a rule that are kept; 0 for all.
  init(_ selection: RuleSelection, maximumKept: Int) {
    self.selection = selection
    self.maximumKept = maximumKept
    isCounted = selection.counted
  }

  /// What a line's findings are made with.
  var lineFindings: LineFindings { LineFindings(isWanted: isCounted, mostStored: maximumKept) }

  /// Whether the findings of a rule count.
  func counts(_ code: RuleCode) -> Bool { isCounted[code.number] }

  /// Whether one more finding of a rule is kept, where so many are.
  func keeps(_ code: RuleCode, having kept: Int) -> Bool {
    selection.contains(code) && (maximumKept == 0 || kept < maximumKept)
  }

  /// Whether the findings of a rule count, though they are not shown.
  func hides(_ code: RuleCode) -> Bool { !selection.contains(code) }
}
