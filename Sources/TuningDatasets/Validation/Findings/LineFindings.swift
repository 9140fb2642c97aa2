import Diagnostics
import JSONLines

/// What was found in one line, before it is known whether it counts: a fault of JSON drops all of it.
struct LineFindings {
  /// A finding whose text has not been made.
  struct Item {
    var code: RuleCode
    var severity: Severity
    /// Where it is, in bytes of the line, and how long it is.
    var offset: Int
    var length: Int
    /// What fills the placeholders of the rule's message.
    var arguments: (FindingArgument, FindingArgument, FindingArgument)
    /// The texts among them that were made for it.
    var texts: [String]
    /// Another place of the line that it is about.
    var related: Related?
  }

  /// Another place of a finding's line, and what is there.
  struct Related {
    var offset: Int
    var message: StaticString
  }

  /// Whether the findings of a rule are wanted, by the number of its code.
  private let isWanted: ContiguousArray<Bool>
  /// The most findings of a rule that are stored, the first in the line; the others are counted.
  private let mostStored: Int
  private var storage: ContiguousArray<Item> = []
  /// Finds places in lines, in memory that is used again.
  var places = LinePlaces(of: .empty)
  private var hasPlaces = false
  private var shapes = ExampleShapes()
  /// How many findings there are of each rule that has any, and how many of them are stored, by the number of its code.
  private var tallies = ContiguousArray(repeating: Tally(), count: RuleCode.tableLength)
  /// The rules that have findings which are only counted, by the number of their code.
  private var countedOnly: ContiguousArray<Int> = []
  /// How many findings are stored.
  private(set) var count = 0
  /// Whether there are more findings than are stored at a time, so that some are neither stored nor counted.
  private(set) var isOverfull = false
  /// What takes findings step by step; nil if all of a line are stored.
  private var writer: LineFindingWriter?

  /// The most findings that are stored at a time where there is no maximum.
  private static let mostAtATime = 1 << 14

  private struct Tally {
    var stored: Int32 = 0
    /// Where the last of those in the line is that are stored.
    var lastOffset = 0
    /// Findings that are not stored, and the greatest severity among them.
    private(set) var others: Int32 = 0
    private(set) var severity = Severity.info
    private(set) var errors: Int32 = 0
    /// Whether no more findings of the rule are stored, in this line and the next ones.
    var isFull = false

    mutating func addOther(_ severity: Severity) {
      others += 1
      self.severity = max(self.severity, severity)
      if severity == .error { errors += 1 }
    }

    /// Forgets the line's findings.
    mutating func clear() { self = Tally(isFull: isFull) }

    init(isFull: Bool = false) { self.isFull = isFull }
  }

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
  mutating func identity(of index: Int, in line: LineBytes, _ example: inout TrainingExample) -> UInt64 {
    let shape = shapes.shape(to: storage[index].offset, in: line, &example)
    var identity = Fingerprint.hash(shape, UInt64(storage[index].severity.rawValue))
    identity = storage[index].arguments.0.identity(in: line, storage[index].texts, identity)
    identity = storage[index].arguments.1.identity(in: line, storage[index].texts, identity &+ 1)
    return storage[index].arguments.2.identity(in: line, storage[index].texts, identity &+ 1)
  }

  /// The findings that are stored, by index.
  subscript(index: Int) -> Item { @inline(__always) _read { yield storage[index] } }

  /// Puts the findings in the order in which they stand in the line.
  mutating func sort() {
    // A few are sorted where they are: to sort a part of an array, the library copies it.
    if count > 32 {
      // Very many are usually in order.
      guard (1..<count).contains(where: { isBefore($0, $0 - 1) }) else { return }
      return storage[..<count].sort { ($0.offset, $0.code) < ($1.offset, $1.code) }
    }
    for end in stride(from: 1, to: count, by: 1) {
      var index = end
      while index > 0, isBefore(index, index - 1) {
        storage.swapAt(index, index - 1)
        index -= 1
      }
    }
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    (storage[left].offset, storage[left].code) < (storage[right].offset, storage[right].code)
  }

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
      code, at: offset, length: length, severity, relatedTo: related, (first(), second(), third()), texts: [])
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
    store(code, at: offset, length: length, severity, relatedTo: related, made, texts: texts.all)
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
  private mutating func store(
    _ code: RuleCode, at offset: Int, length: Int, _ severity: Severity, relatedTo related: Related?,
    _ arguments: (FindingArgument, FindingArgument, FindingArgument), texts: [String]
  ) {
    if count == Self.mostAtATime, mostStored == .max, !makeRoom() { return }
    let item = Item(
      code: code, severity: severity, offset: offset, length: max(1, length), arguments: arguments,
      texts: texts, related: related)
    if tallies[code.number].stored == mostStored { return replaceLast(with: item) }
    if count < storage.count { storage[count] = item } else { storage.append(item) }
    count += 1
    tallies[code.number].stored += 1
    tallies[code.number].lastOffset = max(tallies[code.number].lastOffset, offset)
  }

  /// Stores a finding in place of the last one of its rule in the line, since rules look at the parts of an example in an
  /// order of their own. O(number of findings stored).
  private mutating func replaceLast(with item: Item) {
    var last: Int?
    var lastOffset = item.offset
    for index in 0..<count where storage[index].code == item.code {
      if last == nil, storage[index].offset == tallies[item.code.number].lastOffset {
        last = index
      } else {
        lastOffset = max(lastOffset, storage[index].offset)
      }
    }
    guard let last else { preconditionFailure("the last finding of a rule is stored") }
    addOther(item.code.number, storage[last].severity)
    tallies[item.code.number].lastOffset = lastOffset
    storage[last] = item
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
      writer?.add(storage[index])
      tallies[storage[index].code.number].clear()
    }
    for index in written..<count { storage[index - written] = storage[index] }
    count -= written
  }

  /// Drops all findings.
  mutating func clear() {
    isOverfull = false
    hasPlaces = false
    shapes.begin()
    for index in 0..<count { tallies[storage[index].code.number].clear() }
    while let number = countedOnly.popLast() { tallies[number].clear() }
    count = 0
  }
}
