/// Counts findings whose root causes are known by identities, so that nothing else has to be known of them.
struct KnownCauses: Sendable {
  /// What was counted of a root cause.
  struct Count: Sendable {
    let code: RuleCode
    /// The index of the cause among those of its rule.
    let cause: Int
    fileprivate(set) var findings = 0
    /// How many of them are counted for their rule already.
    fileprivate(set) var counted = 0
    fileprivate(set) var lines = 0
    fileprivate(set) var firstLine = 0
    fileprivate(set) var lastLine = 0

    fileprivate init(_ code: RuleCode, _ cause: Int) { (self.code, self.cause) = (code, cause) }
  }

  /// The causes that are known.
  private(set) var counts: ContiguousArray<Count> = []
  /// Identities, each at a place that its lowest bits tell, and the indices of their counts; empty if none is known.
  private var table: ContiguousArray<(identity: UInt64, count: Int)> = []

  private static let tableLength = 256

  /// Counts a finding in a line, which is not before those that were counted; false if its cause is not known.
  ///
  /// - Parameter isCounted: whether it is counted for its rule already.
  @inline(__always)
  mutating func add(_ identity: UInt64, line: Int, isCounted: Bool) -> Bool {
    if table.isEmpty { return false }
    let known = table[Int(truncatingIfNeeded: identity) & (Self.tableLength - 1)]
    guard known.identity == identity, known.count >= 0 else { return false }
    counts[known.count].findings += 1
    if isCounted { counts[known.count].counted += 1 }
    if counts[known.count].lastLine != line {
      if counts[known.count].lines == 0 { counts[known.count].firstLine = line }
      counts[known.count].lines += 1
      counts[known.count].lastLine = line
    }
    return true
  }

  /// Notes an identity that only findings of a cause have. It takes the place of another one with the same lowest bits.
  mutating func note(_ identity: UInt64, of code: RuleCode, _ cause: Int) {
    if table.isEmpty { table = ContiguousArray(repeating: (0, -1), count: Self.tableLength) }
    let count = counts.firstIndex { $0.code == code && $0.cause == cause } ?? counts.endIndex
    if count == counts.endIndex { counts.append(Count(code, cause)) }
    table[Int(truncatingIfNeeded: identity) & (Self.tableLength - 1)] = (identity, count)
  }

  /// Begins to count anew; what is known stays so.
  mutating func clear() {
    for index in counts.indices { counts[index] = Count(counts[index].code, counts[index].cause) }
  }
}
