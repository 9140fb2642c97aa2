/// Keys of objects with very many, collected first and compared when their object ends.
///
/// One look-up per key in a table of many megabytes would be a trip to memory each. Keys are dealt out by the highest
/// bits of their hash instead, so that equal keys are in the same part, and each part is judged in the cache: first
/// by two bits a key, then the few that may occur twice by a table. A part is a chain of chunks, because it is not known
/// how long it will get:
///
///     undealt   | k | l |           the last keys, dealt out many at a time
///     part 3    | next ●| c | d | e |  ──▶  | next –| f | g |   |
struct KeyHeap {
  /// The keys of the innermost object that are not dealt out yet.
  private var undealt = ContiguousArray<UInt64>(repeating: 0, count: 256)
  private var undealtCount = 0
  /// The chunks of all such objects that are open, those of the innermost last; the first entry of each is the index of
  /// its part's next chunk, 0 for none. After them is room, with what ended objects left in it.
  private var entries: ContiguousArray<UInt64> = []
  private var entriesInUse = 0
  /// The parts of all such objects, those of the innermost last.
  private var parts: ContiguousArray<Part> = []
  private var suspicion = KeySuspicion()
  private var table = KeyTable()

  private struct Part {
    /// The index of the first chunk.
    let start: Int
    /// Where the next key is stored; at a chunk's border if a new one is needed.
    var end: Int
    var keyCount = 0
  }

  private static let bitsOfPart: UInt64 = 8
  private static let partsPerObject = 1 << Int(bitsOfPart)
  private static let chunkLength = 64
  /// `"":0,` is the shortest member.
  private static let fewestBytesPerMember = 5

  /// Whether any such object is open.
  var isEmpty: Bool { parts.isEmpty }

  /// Whether memory is held, of this line or of one before.
  var hasMemory: Bool { entries.capacity > 0 }

  /// Begins an object of a line of so many bytes.
  mutating func open(lineLength: Int) {
    if isEmpty { reserveCapacity(lineLength: lineLength) } else { deal() }
    addRoom(chunks: Self.partsPerObject)
    for _ in 0..<Self.partsPerObject {
      parts.append(Part(start: entriesInUse, end: entriesInUse + 1))
      entries[entriesInUse] = 0
      entriesInUse += Self.chunkLength
    }
  }

  /// Makes room for as many keys as a line can have, however they are dealt out to objects, so that the array never
  /// moves; memory that is not used is never resident.
  private mutating func reserveCapacity(lineLength: Int) {
    let mostKeys = lineLength / Self.fewestBytesPerMember
    let mostObjects = mostKeys / KeyTable.mostKeys + 1
    let mostChunks = mostKeys / (Self.chunkLength - 1) + mostObjects * Self.partsPerObject + undealt.count
    entries.reserveCapacity(mostChunks * Self.chunkLength)
  }

  /// Sees to it that there is room for so many more chunks.
  private mutating func addRoom(chunks: Int) {
    let missing = entriesInUse + chunks * Self.chunkLength - entries.count
    if missing > 0 { entries.append(contentsOf: repeatElement(0, count: missing)) }
  }

  /// Adds a key of the innermost object. O(1), amortized.
  mutating func append(_ entry: UInt64) {
    undealt[undealtCount] = entry
    undealtCount += 1
    if undealtCount == undealt.count { deal() }
  }

  /// Deals the undealt keys out to the parts of their object.
  private mutating func deal() {
    // Each key may need a new chunk.
    addRoom(chunks: undealtCount)
    let firstPart = parts.count - Self.partsPerObject
    Self.deal(undealt, undealtCount, to: &parts, from: firstPart, in: &entries, &entriesInUse)
    undealtCount = 0
  }

  // What follows takes what it uses one by one, since spans of two of a value's arrays exclude each other.

  private static func deal(
    _ keys: borrowing ContiguousArray<UInt64>, _ count: Int, to parts: inout ContiguousArray<Part>,
    from firstPart: Int,
    in entries: inout ContiguousArray<UInt64>, _ entriesInUse: inout Int
  ) {
    let keys = keys.span
    var parts = parts.mutableSpan
    var entries = entries.mutableSpan
    for place in 0..<count {
      let index = firstPart + Int(keys[place] >> (64 - bitsOfPart))
      var end = parts[index].end
      if end % chunkLength == 0 {
        entries[end - chunkLength] = UInt64(entriesInUse)
        entries[entriesInUse] = 0
        end = entriesInUse + 1
        entriesInUse += chunkLength
      }
      entries[end] = keys[place]
      parts[index].end = end + 1
      parts[index].keyCount += 1
    }
  }

  /// Ends the innermost object. Returns the offset of its first repeated key; nil if no key is repeated. O(keys).
  mutating func close(_ line: LineBytes) -> Int? {
    guard !isEmpty else { return nil }
    deal()
    var first: Int?
    let firstPart = parts.count - Self.partsPerObject
    for index in firstPart..<parts.count {
      let repeated = Self.firstRepeated(in: parts[index], entries, of: line, &suspicion, &table)
      if let repeated { first = min(first ?? repeated, repeated) }
    }
    let start = parts[firstPart].start
    parts.removeLast(Self.partsPerObject)
    entriesInUse = start
    return first
  }

  /// Ends all objects. Returns the offset of the first repeated key in any of them; nil if no key is repeated.
  mutating func closeAll(_ line: LineBytes) -> Int? {
    var first: Int?
    while !isEmpty {
      if let repeated = close(line) { first = min(first ?? repeated, repeated) }
    }
    return first
  }

  /// Forgets everything, and gives back the memory.
  mutating func clear() {
    undealtCount = 0
    parts = []
    entries = []
    entriesInUse = 0
  }

  /// The offset of the first key of a part that occurred before; it clears `suspicion` and `table`.
  private static func firstRepeated(
    in part: Part, _ entries: borrowing ContiguousArray<UInt64>, of line: LineBytes,
    _ suspicion: inout KeySuspicion,
    _ table: inout KeyTable
  ) -> Int? {
    let entries = entries.span
    func keys(in chunk: Int) -> Range<Int> {
      chunk + 1..<(entries[chunk] == 0 ? part.end : chunk + chunkLength)
    }
    suspicion.clear(keyCount: part.keyCount)
    var chunk = part.start
    repeat {
      suspicion.note(entries.extracting(keys(in: chunk)))
      chunk = Int(entries[chunk])
    } while chunk != 0
    guard suspicion.hasAny else { return nil }
    table.clear()
    chunk = part.start
    repeat {
      // Keys keep their order in a part, so the first that is refused is its first that stood before.
      for index in keys(in: chunk) where suspicion.has(entries[index]) {
        if table.insert(entries[index], of: line) != nil { return KeyTable.offset(of: entries[index]) }
      }
      chunk = Int(entries[chunk])
    } while chunk != 0
    return nil
  }
}
