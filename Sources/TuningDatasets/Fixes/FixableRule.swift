import Diagnostics
import JSONLines

/// A rule whose findings in a line `--fix` can fix, at least some of them.
protocol FixableRule: Rule {
  /// The changes that fix a finding, and with it those that it hides: of a line that is not JSON only the first fault is
  /// found.
  ///
  /// - Parameter most: the most changes that help.
  /// - Returns: changes with offsets in the line, in the order of the line and apart from each other; empty if the finding needs
  ///   a decision.
  /// - Complexity: O(length of the line).
  static func edits(for item: LineFindings.Item, in line: LineBytes, atMost most: Int) -> [Edit]
}

/// The changes that fix findings.
enum Fixes {
  /// The rules whose findings are in a line; those of a file's end and of all lines together have no place here.
  static let rules: [any FixableRule.Type] = [
    ByteOrderMark.self, BlankLine.self, CRLFLineEndings.self, SeveralValuesOnALine.self, TrailingComma.self,
    UnescapedControlCharacter.self, UnknownRole.self, SystemRoleInContents.self, LastTurnNotModel.self,
    InvalidFunctionSchema.self,
  ]

  /// The rules, by the number of their code.
  private static let byNumber: ContiguousArray<(any FixableRule.Type)?> = {
    var table = ContiguousArray<(any FixableRule.Type)?>(repeating: nil, count: RuleCode.tableLength)
    for rule in rules { table[rule.description.code.number] = rule }
    return table
  }()

  /// The most changes that a report lists for a finding; one that needs more has none.
  private static let mostListed = 100

  /// The changes that fix a finding, with offsets in its line; empty if it needs a decision.
  static func edits(for item: LineFindings.Item, in line: LineBytes, atMost most: Int) -> [Edit] {
    byNumber[item.code.number]?.edits(for: item, in: line, atMost: most) ?? []
  }

  /// The changes that a report lists for a finding, with offsets in its line.
  static func listed(for item: LineFindings.Item, in line: LineBytes) -> [Edit] {
    guard let rule = byNumber[item.code.number] else { return [] }
    let edits = rule.edits(for: item, in: line, atMost: mostListed + 1)
    return edits.count > mostListed ? [] : edits
  }
}
