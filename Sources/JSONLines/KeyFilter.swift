/// Finds keys that an object has twice, in time linear in the line, whatever the keys are.
///
///     {"a":1,"b":{"c":2,                  hashes   a b | c
///      ^ scope start 0   ^ scope start 2                   one stack for all objects that are open
///
/// Up to 16 keys of an object are compared with each other by hash; more go to a hash table of the object's own, and very
/// many are collected and compared when the object ends. Hashes are seeded at random, so nobody can prepare keys that
/// collide; keys of equal hash are compared byte by byte, so nothing is ever refused by mistake.
public struct KeyFilter {
  /// The keys of one object that is open.
  @frozen
  public struct Scope {
    @usableFromInline var start: Int32
    /// The index of the object's table; -1 where it has none.
    @usableFromInline var table: Int32 = -1
    /// Whether the object's keys are collected in the heap.
    @usableFromInline var isHeaped = false

    @inlinable
    init(start: Int) { self.start = Int32(truncatingIfNeeded: start) }
  }

  private struct Key {
    var hash: UInt64
    var offset: Int
  }

  static let mostKeysCompared = 16

  private let seed: UInt64
  private var keys: ContiguousArray<Key> = []
  @usableFromInline var count = 0
  private var tables: ContiguousArray<KeyTable> = []
  @usableFromInline var tablesInUse = 0
  private var heap = KeyHeap()
  /// The content of an escaped key, while it is hashed.
  private var content: [UInt8] = []

  init(seed: UInt64 = .random(in: .min ... .max)) { self.seed = seed }

  /// Begins an object. O(1).
  @inlinable public mutating func open() -> Scope { Scope(start: count) }

  /// Ends the object that was begun last; the offset of its first key that stood before, if that was left to be found
  /// out until now. O(1), or linear in the keys where they are very many.
  @inlinable
  public mutating func close(_ scope: Scope, of line: LineBytes) -> Int? {
    count = Int(scope.start)
    if scope.table >= 0 { tablesInUse = Int(scope.table) }
    return scope.isHeaped ? closeHeap(line) : nil
  }

  @usableFromInline
  mutating func closeHeap(_ line: LineBytes) -> Int? { heap.close(line) }

  /// Ends all objects of a line whose reading ended early; the offset of the first key that stood before, if that was
  /// left to be found out until now.
  mutating func closeAll(of line: LineBytes) -> Int? {
    count = 0
    tablesInUse = 0
    return heap.isEmpty ? nil : heap.closeAll(line)
  }

  /// Forgets all objects.
  mutating func reset() {
    count = 0
    tablesInUse = 0
    heap.clear()
  }

  /// Adds a key to the object begun last; false where the object has it already. Amortized O(length of the key).
  @inline(never)
  public mutating func insert(_ token: StringToken, into scope: inout Scope, of line: LineBytes) -> Bool {
    let hash = hash(of: token, in: line)
    let key = Key(hash: hash, offset: token.start)
    let entry = KeyTable.entry(hash: hash, offset: token.start)
    if scope.isHeaped {
      heap.append(entry)
      return true
    }
    if scope.table >= 0 {
      if tables[Int(scope.table)].insert(entry, of: line) != nil { return false }
      if tables[Int(scope.table)].count == KeyTable.mostKeys { moveToHeap(&scope, of: line) }
      return true
    }
    for index in Int(scope.start)..<count where keys[index].hash == hash {
      let other = keys[index]
      if line.stringsAreEqual(other.offset, token.start) { return false }
    }
    if count < keys.count { keys[count] = key } else { keys.append(key) }
    count += 1
    if count - Int(scope.start) > Self.mostKeysCompared { moveToTable(&scope, of: line) }
    return true
  }

  private mutating func moveToTable(_ scope: inout Scope, of line: LineBytes) {
    scope.table = Int32(tablesInUse)
    tablesInUse += 1
    if Int(scope.table) == tables.count { tables.append(KeyTable()) }
    tables[Int(scope.table)].clear()
    for key in keys[Int(scope.start)..<count] {
      _ = tables[Int(scope.table)].insert(KeyTable.entry(hash: key.hash, offset: key.offset), of: line)
    }
    count = Int(scope.start)
  }

  private mutating func moveToHeap(_ scope: inout Scope, of line: LineBytes) {
    heap.open(bytesLeft: line.count)
    // In the order of the line, so that of two equal keys the second one is the one refused.
    for entry in tables[Int(scope.table)].entries.sorted(by: {
      KeyTable.offset(of: $0) < KeyTable.offset(of: $1)
    }) {
      heap.append(entry)
    }
    scope.isHeaped = true
  }

  /// A seeded hash of a key's content: 16 bytes a step, each folded by a multiplication of 64 by 64 bits.
  ///
  /// - Parameter word: the eight bytes from an offset of the content on; of those behind its end, any.
  @inline(__always)
  private func hash(length: Int, word: (Int) -> UInt64) -> UInt64 {
    var state = seed ^ UInt64(truncatingIfNeeded: length)
    var offset = 0
    while length - offset > 16 {
      state = Self.fold(word(offset) ^ state, word(offset + 8) ^ 0x9E37_79B9_7F4A_7C15)
      offset += 16
    }
    // What is left, 1 to 16 bytes, in two words of which the bytes behind the key are cut off.
    let left = length - offset
    let first = word(offset) & Self.mask(left)
    let second = left > 8 ? word(offset + 8) & Self.mask(left - 8) : 0
    state = Self.fold(first ^ state, second ^ 0xD6E8_FEB8_6659_FD93)
    return Self.fold(state ^ seed, 0xA076_1D64_78BD_642F)
  }

  private mutating func hash(of token: StringToken, in line: LineBytes) -> UInt64 {
    guard token.traits.contains(.hasEscape) else {
      return hash(length: token.count) { line.word(at: token.start + $0) }
    }
    content.removeAll(keepingCapacity: true)
    line.appendUnescaped(token, to: &content)
    return hash(length: content.count) { offset in
      var word: UInt64 = 0
      for index in 0..<max(0, min(8, content.count - offset)) {
        word |= UInt64(content[offset + index]) << UInt64(8 * index)
      }
      return word
    }
  }

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// The lowest `length` bytes, all for 8 and more, none for 0 and less.
  private static func mask(_ length: Int) -> UInt64 {
    length >= 8 ? .max : length <= 0 ? 0 : (1 << UInt64(8 * length)) - 1
  }
}
