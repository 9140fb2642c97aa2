/// Keys of objects with very many, collected first and compared when their object ends.
///
/// One look-up per key in a table of many megabytes would be a trip to memory each. Keys are dealt out by the highest
/// bits of their hash instead, so that equal keys come to lie in the same part, and each part is judged in the cache: first
/// by two bits a key, then those few by a table that may stand there twice. A part is a chain of chunks, since nobody knows
/// how long it will get:
///
///     part 3    | next ●| c | d | e |  ──▶  | next –| f | g |   |
struct KeyHeap {
  /// The chunks of all such objects that are open, those of the innermost last; the first entry of each is the index of
  /// its part's next chunk, 0 for none.
  private var entries: ContiguousArray<UInt64> = []
  /// The parts of all such objects, those of the innermost last.
  private var parts: ContiguousArray<Part> = []
  private var suspicion = KeySuspicion()
  private var table = KeyTable()

  private struct Part {
    /// The index of the first chunk.
    let start: Int
    /// Where the next key comes to lie; at a chunk's border where a new one is needed.
    var end: Int
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

  /// Begins an object of which so many bytes are left to be read.
  mutating func open(bytesLeft: Int) {
    // As many keys as can come, so that the array never moves; memory that is not used is never resident.
    let mostKeys = bytesLeft / Self.fewestBytesPerMember
    let mostChunks = mostKeys / (Self.chunkLength - 1) + Self.partsPerObject
    entries.reserveCapacity(entries.count + mostChunks * Self.chunkLength)
    for _ in 0..<Self.partsPerObject {
      parts.append(Part(start: entries.count, end: entries.count + 1))
      appendChunk()
    }
  }

  private mutating func appendChunk() {
    entries.append(contentsOf: repeatElement(0, count: Self.chunkLength))
  }

  /// Adds a key of the innermost object. O(1).
  mutating func append(_ entry: UInt64) {
    let index = parts.count - Self.partsPerObject + Int(entry >> (64 - Self.bitsOfPart))
    var end = parts[index].end
    if end % Self.chunkLength == 0 {
      entries[end - Self.chunkLength] = UInt64(entries.count)
      end = entries.count + 1
      appendChunk()
    }
    entries[end] = entry
    parts[index].end = end + 1
  }

  /// Ends the innermost object; the offset of its first key that stood before, nil if there is none. O(keys).
  mutating func close(_ line: LineBytes) -> Int? {
    guard !isEmpty else { return nil }
    var first: Int?
    let start = parts[parts.count - Self.partsPerObject].start
    for part in parts[(parts.count - Self.partsPerObject)...] {
      if let repeated = firstRepeated(in: part, of: line) { first = min(first ?? repeated, repeated) }
    }
    parts.removeLast(Self.partsPerObject)
    entries.removeSubrange(start...)
    return first
  }

  /// Ends all objects; the offset of the first key of any that stood before in the same one, nil if there is none.
  mutating func closeAll(_ line: LineBytes) -> Int? {
    var first: Int?
    while !isEmpty {
      if let repeated = close(line) { first = min(first ?? repeated, repeated) }
    }
    return first
  }

  /// Forgets everything, and gives back the memory.
  mutating func clear() {
    parts = []
    entries = []
  }

  private mutating func firstRepeated(in part: Part, of line: LineBytes) -> Int? {
    suspicion.clear()
    var chunk = part.start
    repeat {
      suspicion.note(keys(in: chunk, of: part))
      chunk = Int(entries[chunk])
    } while chunk != 0
    guard suspicion.hasAny else { return nil }
    table.clear()
    chunk = part.start
    repeat {
      // Keys keep their order in a part, so the first that is refused is its first that stood before.
      for entry in keys(in: chunk, of: part) where suspicion.has(entry) {
        if table.insert(entry, of: line) != nil { return KeyTable.offset(of: entry) }
      }
      chunk = Int(entries[chunk])
    } while chunk != 0
    return nil
  }

  /// The keys of a chunk.
  private func keys(in chunk: Int, of part: Part) -> ArraySlice<UInt64> {
    entries[chunk + 1..<(entries[chunk] == 0 ? part.end : chunk + Self.chunkLength)]
  }
}
