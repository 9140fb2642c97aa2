import JSONLines

/// Strings of a line by their content, however it is written, each with a number. Its memory is used again.
///
/// A few strings are compared with each other; more go to a hash table, whose hashes have a random seed.
struct StringTable {
  private struct Entry {
    let string: StringToken
    let hash: UInt64
    var number: Int32
  }

  private static let mostCompared = 8

  private var entries = ReusedArray<Entry>()
  /// The indices of entries, each more by one, at the places of their hashes; 0 for no entry.
  private var slots: ContiguousArray<Int32> = []
  /// How many of the slots are in use: none, or a power of two.
  private var slotCount = 0
  private let seed = UInt64.random(in: .min ... .max)

  /// How many strings there are.
  var count: Int { entries.count }

  /// Forgets all strings.
  mutating func clear() {
    entries.clear()
    if slots.count > 1 << 17 { slots = [] }
    slotCount = 0
  }

  /// The number of a string; nil without it. O(length of the string).
  func number(of string: StringToken, in line: LineBytes) -> Int? {
    index(of: string, hash: hash(of: string, in: line), in: line).map { Int(entries[$0].number) }
  }

  /// Adds a string with a number, unless it is there; returns the number that it has then. Amortized O(length of the string).
  mutating func insert(_ string: StringToken, _ number: Int, in line: LineBytes) -> Int? {
    let hash = hash(of: string, in: line)
    if let index = index(of: string, hash: hash, in: line) { return Int(entries[index].number) }
    // `"",` is the shortest string that a line has.
    entries.append(Entry(string: string, hash: hash, number: Int32(number)), ofAtMost: line.count / 3)
    if entries.count > Self.mostCompared {
      if 3 * slotCount < 4 * entries.count { rebuild() } else { place(entries.count - 1) }
    }
    return nil
  }

  /// Gives a string that is there another number.
  mutating func setNumber(of string: StringToken, to number: Int, in line: LineBytes) {
    guard let index = index(of: string, hash: hash(of: string, in: line), in: line) else { return }
    entries[index].number = Int32(number)
  }

  /// The hash of a string's content.
  func hash(of string: StringToken, in line: LineBytes) -> UInt64 { line.contentHash(of: string, seed: seed) }

  private func index(of string: StringToken, hash: UInt64, in line: LineBytes) -> Int? {
    if slotCount == 0 {
      for index in 0..<entries.count where isEqual(index, string, hash, line) { return index }
      return nil
    }
    var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if isEqual(index, string, hash, line) { return index }
      slot = (slot + 1) & (slotCount - 1)
    }
    return nil
  }

  private func isEqual(_ index: Int, _ string: StringToken, _ hash: UInt64, _ line: LineBytes) -> Bool {
    entries[index].hash == hash && line.content(of: entries[index].string, isThatOf: string, in: line)
  }

  private mutating func rebuild() {
    slotCount = max(32, 2 * entries.count.nextPowerOf2)
    if slots.count < slotCount {
      slots = ContiguousArray(repeating: 0, count: slotCount)
    } else {
      for slot in 0..<slotCount { slots[slot] = 0 }
    }
    for index in 0..<entries.count { place(index) }
  }

  private mutating func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: entries[index].hash) & (slotCount - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
    slots[slot] = Int32(index + 1)
  }
}

extension Int {
  /// The least power of two that is not less.
  fileprivate var nextPowerOf2: Int { self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount) }
}
