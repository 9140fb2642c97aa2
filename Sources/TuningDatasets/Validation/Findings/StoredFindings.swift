import Diagnostics
import JSONLines

/// The findings of a line that are stored, in memory that is used again.
struct StoredFindings {
  /// What tells the root cause of a finding: of most nothing else is asked.
  private struct Head {
    let code: RuleCode
    let offset: Int
    /// A hash of the rule, the severity and the arguments; 0 where root causes are not told.
    let identity: UInt64
  }

  private var facts: ContiguousArray<LineFindings.Facts> = []
  /// The texts that were made for each; of most none.
  private var texts: ContiguousArray<[String]> = []
  /// One for each, too.
  private var heads: ContiguousArray<Head> = []
  /// How many there are.
  private(set) var count = 0

  /// A finding by its index.
  subscript(index: Int) -> LineFindings.Item {
    LineFindings.Item(facts: facts[index], texts: texts[index])
  }

  /// The rule of a finding.
  @inline(__always)
  func code(of index: Int) -> RuleCode { heads[index].code }

  /// Where a finding is.
  @inline(__always)
  func offset(of index: Int) -> Int { heads[index].offset }

  /// A hash of the rule of a finding, its severity and its arguments.
  @inline(__always)
  func identity(of index: Int) -> UInt64 { heads[index].identity }

  /// Adds a finding, whose rule, severity and arguments have a hash.
  @inline(__always)
  mutating func append(_ next: LineFindings.Facts, _ made: [String], _ identity: UInt64) {
    if count < facts.count {
      set(count, next, made, identity)
    } else {
      facts.append(next)
      texts.append(made)
      heads.append(Head(code: next.code, offset: next.offset, identity: identity))
    }
    count += 1
  }

  @inline(__always)
  private mutating func set(_ index: Int, _ new: LineFindings.Facts, _ made: [String], _ identity: UInt64) {
    facts[index] = new
    if !made.isEmpty || !texts[index].isEmpty { texts[index] = made }
    heads[index] = Head(code: new.code, offset: new.offset, identity: identity)
  }

  /// Stores a finding in place of another.
  mutating func replace(
    _ index: Int, with new: LineFindings.Facts, _ made: [String], _ identity: UInt64
  ) {
    set(index, new, made, identity)
  }

  /// Moves a finding to the place of one that is to be removed; that is in its place then.
  @inline(__always)
  mutating func move(_ index: Int, to place: Int) { if place < index { swapAt(place, index) } }

  /// Removes the findings from an index on.
  @inline(__always)
  mutating func removeAll(from end: Int) { count = end }

  /// Removes the first ones.
  mutating func removeFirst(_ removed: Int) {
    for index in removed..<count { swapAt(index - removed, index) }
    count -= removed
  }

  private mutating func swapAt(_ index: Int, _ other: Int) {
    facts.swapAt(index, other)
    if !texts[index].isEmpty || !texts[other].isEmpty { texts.swapAt(index, other) }
    heads.swapAt(index, other)
  }

  /// Puts the findings in the order in which they stand in the line.
  mutating func sort() {
    if count > 32 {
      // Very many are usually in order.
      guard (1..<count).contains(where: { isBefore($0, $0 - 1) }) else { return }
      let order = (0..<count).sorted(by: isBefore)
      facts = Self.sorted(facts, order)
      texts = Self.sorted(texts, order)
      heads = Self.sorted(heads, order)
      return
    }
    for end in stride(from: 1, to: count, by: 1) {
      var index = end
      while index > 0, isBefore(index, index - 1) {
        swapAt(index, index - 1)
        index -= 1
      }
    }
  }

  private static func sorted<Element>(
    _ elements: ContiguousArray<Element>, _ order: [Int]
  ) -> ContiguousArray<Element> {
    ContiguousArray(order.lazy.map { elements[$0] })
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    (heads[left].offset, heads[left].code) < (heads[right].offset, heads[right].code)
  }
}
