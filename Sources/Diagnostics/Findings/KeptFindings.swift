/// The findings of a file that were kept: those about the whole file first, then the others in the order of the data.
///
/// They are read one after the other, so any number of them takes little memory.
public struct KeptFindings: Sequence, Sendable {
  /// Findings in their order.
  private let findings: [Finding]
  /// Findings whose places are to be found among those of the others.
  private let lanes: FindingLanes
  /// How many there are of each rule.
  private var counts: [RuleCode: Int]
  /// Those that are left out, by their places in the order; a bit for each of the first ones.
  private var leftOut: ContiguousArray<UInt64> = []

  /// Keeps findings that are in their order.
  public init(_ findings: [Finding]) {
    self.init(findings, FindingLanes(), findings.reduce(into: [:]) { $0[$1.code, default: 0] += 1 })
  }

  init(_ findings: [Finding], _ lanes: FindingLanes, _ counts: [RuleCode: Int]) {
    self.findings = findings
    self.lanes = lanes
    self.counts = counts
  }

  /// How many there are. O(number of rules with findings).
  public var count: Int { counts.values.reduce(0, +) }

  /// How many of a rule there are. O(1).
  public func count(of code: RuleCode) -> Int { counts[code] ?? 0 }

  /// Why findings could not be kept or read again, in a line, as far as that is known now; nil if all of them are there.
  package var failure: String? {
    lanes.lanes.lazy.flatMap(\.chunks).compactMap { $0.storage?.failure }.first
  }

  /// The findings, one after the other.
  public func makeIterator() -> Iterator { Iterator(findings, lanes.lanes, leftOut) }

  /// Calls `body` for the findings, in their order. Each is in the memory of the one before.
  package func forEachRecord(_ body: (borrowing FindingRecord) -> Void) {
    var iterator = makeIterator()
    while iterator.readNext(body) {}
  }

  /// The same findings without some, which take a bit each.
  ///
  /// - Parameter isKept: called for each finding, in their order.
  /// - Complexity: linear in the findings, which are read once.
  package func filtered(_ isKept: (Finding) -> Bool) -> KeptFindings {
    var result = self
    result.counts = [:]
    var iterator = makeIterator()
    while let finding = iterator.next() {
      if isKept(finding) {
        result.counts[finding.code, default: 0] += 1
        continue
      }
      let place = iterator.place - 1
      while result.leftOut.count <= place / 64 { result.leftOut.append(0) }
      result.leftOut[place / 64] |= 1 << UInt64(place % 64)
    }
    return result
  }

  /// Puts findings from several places in order.
  public struct Iterator: IteratorProtocol {
    /// A lane, and its next finding.
    private struct Reader {
      private var chunks: ArraySlice<FindingChunk>
      private var decoder: FindingDecoder?
      var next = FindingRecord()
      private(set) var isAtEnd = false

      init(_ lane: FindingLane) {
        chunks = lane.chunks[...]
        advance()
      }

      mutating func advance() {
        while decoder?.next(&next) != true {
          guard let chunk = chunks.popFirst() else {
            isAtEnd = true
            return
          }
          decoder = FindingDecoder(chunk)
        }
      }
    }

    private var findings: IndexingIterator<[Finding]>
    private var nextFinding: Finding?
    private var hasFinding: Bool
    /// Memory for the findings that are not in a lane.
    private var record = FindingRecord()
    private var readers: [Reader]
    private let leftOut: ContiguousArray<UInt64>
    /// How many findings were taken, with those that are left out.
    fileprivate private(set) var place = 0

    fileprivate init(_ findings: [Finding], _ lanes: [FindingLane], _ leftOut: ContiguousArray<UInt64>) {
      self.leftOut = leftOut
      self.findings = findings.makeIterator()
      nextFinding = self.findings.next()
      hasFinding = nextFinding != nil
      readers = lanes.map(Reader.init)
    }

    /// The next finding; nil after the last.
    public mutating func next() -> Finding? {
      var finding: Finding?
      _ = readNext { finding = $0.finding }
      return finding
    }

    /// Calls `body` for the next finding; false after the last.
    mutating func readNext(_ body: (borrowing FindingRecord) -> Void) -> Bool {
      while true {
        let index = indexOfNext()
        guard index != nil || hasFinding else { return false }
        let isKept = place / 64 >= leftOut.count || leftOut[place / 64] >> UInt64(place % 64) & 1 == 0
        place += 1
        if let index {
          if isKept { body(readers[index].next) }
          readers[index].advance()
        } else if let finding = nextFinding {
          if isKept {
            record.set(finding)
            body(record)
          }
          nextFinding = findings.next()
          hasFinding = nextFinding != nil
        }
        if isKept { return true }
      }
    }

    /// The lane whose finding is next; nil if that is in none.
    private func indexOfNext() -> Int? {
      // Usually all findings come in their order.
      if !hasFinding, readers.count == 1 { return readers[0].isAtEnd ? nil : 0 }
      var first: (index: Int, place: (Int, RuleCode))?
      for index in readers.indices where !readers[index].isAtEnd {
        let place = (readers[index].next.byteOffset, readers[index].next.code)
        if first.map({ place < $0.place }) ?? true { first = (index, place) }
      }
      if let nextFinding,
        first.map({ (nextFinding.location?.byteOffset ?? -1, nextFinding.code) < $0.place }) ?? true
      {
        return nil
      }
      return first?.index
    }
  }
}
