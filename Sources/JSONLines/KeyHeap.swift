/// Keys of objects with very many, collected first and compared when their object ends.
///
/// One look-up per key in a table of many megabytes would be a trip to memory each. Collected keys are dealt out by
/// their hash instead, so that equal keys come to lie in the same small part, and each part is judged in the cache:
///
///     keys   c a b a d …   ──▶   | a a | b | c d | …   ──▶   a stands twice
struct KeyHeap {
  /// The keys of all such objects that are open, those of the innermost last.
  private var entries: ContiguousArray<UInt64> = []
  /// Where the keys of each of these objects begin.
  private var starts: [Int] = []
  private var table = KeyTable()

  /// Whether any such object is open.
  var isEmpty: Bool { starts.isEmpty }

  /// Begins an object of which so many bytes are left to be read.
  mutating func open(bytesLeft: Int) {
    starts.append(entries.count)
    // As many keys as can come, so that the array never moves; memory that is not used is never resident.
    entries.reserveCapacity(entries.count + bytesLeft / Self.fewestBytesPerMember)
  }

  /// `"":0,` is the shortest member.
  private static let fewestBytesPerMember = 5

  /// Adds a key of the innermost object.
  mutating func append(_ entry: UInt64) { entries.append(entry) }

  /// Ends the innermost object; the offset of its first key that stood before, nil if there is none. O(keys).
  mutating func close(_ line: LineBytes) -> Int? {
    guard let start = starts.popLast() else { return nil }
    let repeated = firstRepeated(in: start..<entries.count, of: line)
    entries.removeSubrange(start...)
    return repeated
  }

  /// Ends all objects; the offset of the first key of any that stood before in the same one, nil if there is none.
  mutating func closeAll(_ line: LineBytes) -> Int? {
    var first: Int?
    while !starts.isEmpty {
      if let repeated = close(line) { first = min(first ?? repeated, repeated) }
    }
    return first
  }

  /// Forgets everything, and gives back the memory.
  mutating func clear() {
    starts = []
    entries = []
  }

  private mutating func firstRepeated(in range: Range<Int>, of line: LineBytes) -> Int? {
    // Parts of at most about half of what the table holds, by the highest bits of the hash.
    var bits = 0
    while range.count >> bits > KeyTable.mostKeys / 2 { bits += 1 }
    let parts = 1 << bits
    func part(_ entry: UInt64) -> Int { Int(entry >> 32) >> (32 - bits) }

    var ends = ContiguousArray(repeating: 0, count: parts + 1)
    for index in range { ends[part(entries[index]) + 1] += 1 }
    for part in 0..<parts { ends[part + 1] += ends[part] }
    // `ends[p]` is where part p begins; once its keys are dealt out, it is where the part ends.
    var dealt = ContiguousArray<UInt64>(repeating: 0, count: range.count)
    for index in range {
      let part = part(entries[index])
      dealt[ends[part]] = entries[index]
      ends[part] += 1
    }
    var first: Int?
    var start = 0
    for part in 0..<parts {
      table.clear(capacity: min(ends[part] - start, KeyTable.mostKeys))
      // Keys keep their order in a part, so the first that is refused is its first that stood before.
      for entry in dealt[start..<ends[part]] where table.insert(entry, of: line) != nil {
        let offset = KeyTable.offset(of: entry)
        first = min(first ?? offset, offset)
        break
      }
      start = ends[part]
    }
    return first
  }
}
