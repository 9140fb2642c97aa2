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
      var chunks: ArraySlice<FindingChunk>
      var decoder: FindingDecoder?
      var next: Finding?

      init(_ lane: FindingLane) {
        chunks = lane.chunks[...]
        advance()
      }

      /// Takes the next finding out.
      mutating func take() -> Finding? {
        let finding = next.take()
        advance()
        return finding
      }

      private mutating func advance() {
        next = decoder?.next()
        while next == nil, let chunk = chunks.popFirst() {
          decoder = FindingDecoder(chunk)
          next = decoder?.next()
        }
      }
    }

    private var findings: IndexingIterator<[Finding]>
    private var nextFinding: Finding?
    private var readers: [Reader]
    private let leftOut: ContiguousArray<UInt64>
    /// How many findings were taken, with those that are left out.
    fileprivate private(set) var place = 0

    fileprivate init(_ findings: [Finding], _ lanes: [FindingLane], _ leftOut: ContiguousArray<UInt64>) {
      self.leftOut = leftOut
      self.findings = findings.makeIterator()
      nextFinding = self.findings.next()
      readers = lanes.map(Reader.init)
    }

    /// The next finding; nil after the last.
    public mutating func next() -> Finding? {
      while let finding = nextOfAll() {
        defer { place += 1 }
        if place / 64 >= leftOut.count || leftOut[place / 64] >> UInt64(place % 64) & 1 == 0 {
          return finding
        }
      }
      return nil
    }

    private mutating func nextOfAll() -> Finding? {
      // Usually all findings come in their order.
      if nextFinding == nil, readers.count == 1 { return readers[0].take() }
      return nextOfSeveral()
    }

    private mutating func nextOfSeveral() -> Finding? {
      var first: (index: Int, place: (Int, RuleCode))?
      for index in readers.indices {
        guard let finding = readers[index].next else { continue }
        let place = (finding.location?.byteOffset ?? -1, finding.code)
        if first.map({ place < $0.place }) ?? true { first = (index, place) }
      }
      if let finding = nextFinding {
        let place = (finding.location?.byteOffset ?? -1, finding.code)
        if first.map({ place < $0.place }) ?? true {
          nextFinding = findings.next()
          return finding
        }
      }
      guard let first else { return nil }
      return readers[first.index].take()
    }
  }
}
