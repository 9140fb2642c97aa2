import Diagnostics
import JSONLines

/// What was found in one line, before it is known whether it counts: a fault of JSON drops all of it.
struct LineFindings {
  /// Whether the findings of a rule are wanted, by the number of its code.
  private let isWanted: ContiguousArray<Bool>
  /// The most findings of a rule that are stored, the first in the line; the others are counted.
  private let mostStored: Int
  private var stored = StoredFindings()
  private var line = LineBytes.empty
  /// Finds places in lines, in memory that is used again.
  var places = LinePlaces(of: .empty)
  private var hasPlaces = false
  private var shapes = ExampleShapes()
  /// How many findings there are of each rule that has any, and how many of them are stored, by the number of its code.
  private var tallies = ContiguousArray(repeating: LineTally(), count: RuleCode.tableLength)
  /// The rules that have findings which are only counted, by the number of their code.
  private var countedOnly: ContiguousArray<Int> = []
  /// Whether there are more findings than are stored at a time, so that some are neither stored nor counted.
  private(set) var isOverfull = false
  /// What takes findings step by step; nil if all of a line are stored.
  private var writer: LineFindingWriter?

  /// The most findings that are stored at a time where there is no maximum.
  private static let mostAtATime = 1 << 14

  /// - Parameter mostStored: the most findings that a ledger will keep of a rule; 0 for all.
  init(isWanted: ContiguousArray<Bool>, mostStored: Int) {
    self.isWanted = isWanted
    self.mostStored = mostStored == 0 ? .max : mostStored
  }

  /// Begins with the places of the line, unless that was done.
  mutating func beginPlaces(of line: LineBytes) {
    if !hasPlaces { places.begin(line) }
    hasPlaces = true
  }

  /// A number that only findings of the same root cause have, if it is told by it; see ``FindingArgument/isTold(in:)``.
  mutating func identity(of index: Int, _ example: inout TrainingExample) -> UInt64 {
    Fingerprint.hash(
      shapes.shape(to: stored.offset(of: index), in: line, &example), stored.identity(of: index))
  }

  /// Removes the findings that a body counts. It is given their rules and identities.
  @inline(__always)
  mutating func removeAll(of example: inout TrainingExample, where isCounted: (RuleCode, UInt64) -> Bool) {
    var kept = 0
    for index in 0..<stored.count {
      if isCounted(stored.code(of: index), identity(of: index, &example)) {
        tallies[stored.code(of: index).number].removeStored()
      } else {
        stored.move(index, to: kept)
        kept += 1
      }
    }
    stored.removeAll(from: kept)
  }

  /// How many findings are stored.
  var count: Int { stored.count }

  /// The findings that are stored, by index.
  subscript(index: Int) -> Item { stored[index] }

  /// Puts the findings in the order in which they stand in the line.
  mutating func sort() { stored.sort() }

  /// Calls `body` for each rule with findings that are not stored: the greatest severity among them, how many there are, and
  /// how many are errors.
  func forEachCountedOnly(_ body: (RuleCode, Severity, Int, Int) -> Void) {
    for number in countedOnly {
      let tally = tallies[number]
      body(RuleCode(number: number), tally.severity, Int(tally.others), Int(tally.errors))
    }
  }

  /// Whether nothing was found.
  var isEmpty: Bool { count == 0 && countedOnly.isEmpty }

  /// Stores no more findings of a rule, but only counts them.
  mutating func fill(_ code: RuleCode) { tallies[code.number].isFull = true }

  /// Stores findings of all rules again.
  mutating func storeAll() {
    for number in tallies.indices { tallies[number].isFull = false }
  }

  // MARK: What rules find

  /// Whether the findings of a rule are wanted.
  func wants<Found: Rule>(_ rule: Found.Type) -> Bool { isWanted[Found.description.code.number] }

  /// Notes what a rule found; its arguments are made only where it is stored.
  @inline(__always)
  mutating func report<Found: Rule>(
    _ rule: Found.Type, at offset: Int, length: Int = 1, as severity: Severity? = nil,
    relatedTo related: Related? = nil, _ first: @autoclosure () -> FindingArgument = .none,
    _ second: @autoclosure () -> FindingArgument = .none, _ third: @autoclosure () -> FindingArgument = .none
  ) {
    let code = Found.description.code
    let severity = severity ?? Found.description.severity
    guard stores(code, at: offset, severity) else { return }
    store(
      Facts(
        code: code, severity: severity, offset: offset, length: max(1, length),
        arguments: (first(), second(), third()), related: related), [])
  }

  /// Notes what a rule found, where texts have to be made for it; they are made only where it is stored.
  mutating func report<Found: Rule>(
    _ rule: Found.Type, at offset: Int, length: Int = 1, as severity: Severity? = nil,
    relatedTo related: Related? = nil,
    _ arguments: (inout FindingTexts) -> (FindingArgument, FindingArgument, FindingArgument)
  ) {
    let code = Found.description.code
    let severity = severity ?? Found.description.severity
    guard stores(code, at: offset, severity) else { return }
    var texts = FindingTexts()
    let made = arguments(&texts)
    store(
      Facts(
        code: code, severity: severity, offset: offset, length: max(1, length), arguments: made,
        related: related), texts.all)
  }

  /// Whether a finding of a rule is to be stored. If not, it is only counted.
  @inline(__always)
  private mutating func stores(_ code: RuleCode, at offset: Int, _ severity: Severity) -> Bool {
    guard isWanted[code.number] else { return false }
    if !tallies[code.number].isFull,
      tallies[code.number].stored < mostStored || offset < tallies[code.number].lastOffset
    {
      return true
    }
    addOther(code.number, severity)
    return false
  }

  @inline(never)
  private mutating func addOther(_ number: Int, _ severity: Severity) {
    if tallies[number].others == 0 { countedOnly.append(number) }
    tallies[number].addOther(severity)
  }

  @inline(never)
  private mutating func store(_ facts: Facts, _ texts: [String]) {
    if count == Self.mostAtATime, mostStored == .max, !makeRoom() { return }
    let number = facts.code.number
    // Where all findings are shown, their root causes are not told.
    let identity = mostStored == .max ? 0 : facts.identity(in: line, texts)
    if tallies[number].stored == mostStored {
      replaceLast(with: facts, texts, identity)
    } else {
      stored.append(facts, texts, identity)
      tallies[number].stored += 1
      tallies[number].lastOffset = max(tallies[number].lastOffset, facts.offset)
    }
  }

  /// Stores a finding in place of the last one of its rule in the line, since rules look at the parts of an example in an
  /// order of their own. O(number of findings stored).
  private mutating func replaceLast(with item: Facts, _ texts: [String], _ identity: UInt64) {
    var last: Int?
    var lastOffset = item.offset
    for index in 0..<count where stored.code(of: index) == item.code {
      if last == nil, stored.offset(of: index) == tallies[item.code.number].lastOffset {
        last = index
      } else {
        lastOffset = max(lastOffset, stored.offset(of: index))
      }
    }
    guard let last else { preconditionFailure("the last finding of a rule is stored") }
    addOther(item.code.number, stored[last].severity)
    tallies[item.code.number].lastOffset = lastOffset
    stored.replace(last, with: item, texts, identity)
  }

  // MARK: Very many findings

  /// Begins to give findings to a writer where there are too many to store.
  mutating func beginSteps(_ writer: LineFindingWriter) { self.writer = writer }

  /// Gives the rest of the findings to the writer.
  ///
  /// - Returns: what the writer was given.
  mutating func endSteps() -> FindingTally? {
    sort()
    write(count)
    defer { writer = nil }
    return writer?.tally
  }

  /// Gives the first half of the findings to the writer; false without one. Those that follow may belong before the other half.
  private mutating func makeRoom() -> Bool {
    guard writer != nil else {
      isOverfull = true
      return false
    }
    sort()
    write(count / 2)
    return true
  }

  private mutating func write(_ written: Int) {
    for index in 0..<written {
      writer?.add(stored[index])
      tallies[stored.code(of: index).number].clear()
    }
    stored.removeFirst(written)
  }

  /// Begins a line, without findings.
  mutating func begin(_ line: LineBytes) {
    self.line = line
    isOverfull = false
    hasPlaces = false
    shapes.begin()
    for index in 0..<count { tallies[stored.code(of: index).number].clear() }
    while let number = countedOnly.popLast() { tallies[number].clear() }
    stored.removeAll(from: 0)
  }
}
