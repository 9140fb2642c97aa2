import Diagnostics
import JSONLines

/// What was found in one line, before it is known whether it counts: a fault of JSON drops all of it.
struct LineFindings {
  /// A finding whose text has not been made.
  struct Item {
    var code: RuleCode
    var severity: Severity
    /// Where it stands, in bytes of the line, and how long it is.
    var offset: Int
    var length: Int
    /// What fills the placeholders of the rule's message.
    var arguments: (FindingArgument, FindingArgument, FindingArgument)
  }

  /// Whether the findings of a rule are wanted, by the number of its code.
  private let isWanted: ContiguousArray<Bool>
  private var storage: ContiguousArray<Item> = []
  /// How many findings there are.
  private(set) var count = 0

  init(isWanted: ContiguousArray<Bool>) { self.isWanted = isWanted }

  /// The findings, by index.
  subscript(index: Int) -> Item { storage[index] }

  /// Puts the findings in the order in which they stand in the line.
  mutating func sort() {
    if count > 1 { storage[..<count].sort { ($0.offset, $0.code) < ($1.offset, $1.code) } }
  }

  /// Whether the findings of a rule are wanted.
  func wants<Found: Rule>(_ rule: Found.Type) -> Bool { isWanted[Found.description.code.number] }

  /// Notes what a rule found.
  @inline(never)
  mutating func report<Found: Rule>(
    _ rule: Found.Type, at offset: Int, length: Int = 1, as severity: Severity? = nil,
    _ first: FindingArgument = .none, _ second: FindingArgument = .none, _ third: FindingArgument = .none
  ) {
    let code = Found.description.code
    guard isWanted[code.number] else { return }
    let item = Item(
      code: code, severity: severity ?? Found.description.severity, offset: offset, length: max(1, length),
      arguments: (first, second, third))
    if count < storage.count { storage[count] = item } else { storage.append(item) }
    count += 1
  }

  /// Drops what was noted since there were `count` findings, where it is the rule's.
  mutating func drop<Found: Rule>(_ rule: Found.Type, since start: Int) {
    let code = Found.description.code
    var kept = start
    for index in start..<count where storage[index].code != code {
      storage[kept] = storage[index]
      kept += 1
    }
    count = kept
  }

  /// Drops all findings.
  mutating func clear() { count = 0 }
}
