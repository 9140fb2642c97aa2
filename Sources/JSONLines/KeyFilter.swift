import CByteKernels

/// Finds keys that an object has twice, in time linear in the line, whatever the keys are.
///
///     {"a":1,"b":{"c":2,                  hashes   a b | c
///      ^ scope start 0   ^ scope start 2                   one stack for all objects that are open
///
/// Of each object twice 64 bits say which hashes it has: a key that has not both of its bits among them is new, and that is
/// what most keys cost. Where they are there already, up to 48 keys of an object are compared with each other; more go to a
/// hash table of the object's own, and very many are collected and compared when the object ends. Hashes are seeded at
/// random, so nobody can prepare colliding keys; keys of equal hash are compared byte by byte, so nothing is ever refused by
/// mistake.
public struct KeyFilter: ~Copyable {
  /// The keys of one object that is open.
  @frozen
  public struct Scope {
    /// A bit for the lowest six of each key's hash, and for the next six; all of them where keys are no longer just put on
    /// the stack.
    @usableFromInline var bits: (UInt64, UInt64) = (0, 0)
    @usableFromInline var start: Int32
    /// The index of the object's table; -1 where it has none.
    @usableFromInline var table: Int32 = -1
    /// Whether the object's keys are collected in the heap.
    @usableFromInline var isHeaped = false

    @inlinable
    init(start: Int) { self.start = Int32(truncatingIfNeeded: start) }
  }

  static let mostKeysCompared = 48

  private let seeds: (UInt64, UInt64)
  /// The keys that are compared, as ``KeyTable`` writes them: of each object that is open at most 48 and one.
  private let keys = KeyStack(capacity: (mostKeysCompared + 1) * JSONReader.maximumDepth)
  @usableFromInline var count = 0
  private var tables: ContiguousArray<KeyTable> = []
  @usableFromInline var tablesInUse = 0
  private var heap = KeyHeap()

  /// - Parameter seed: a number for the hashes to begin with; two at random where it is nil.
  init(seed: UInt64? = nil) {
    seeds = seed.map { ($0, ~$0) } ?? (.random(in: .min ... .max), .random(in: .min ... .max))
  }

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

  @usableFromInline @inline(never)
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
    if heap.hasMemory { heap.clear() }
  }

  /// Adds a key to the object begun last; false where the object has it already. Amortized O(length of the key).
  @inline(__always)
  public mutating func insert(_ token: StringToken, into scope: inout Scope, of line: LineBytes) -> Bool {
    add(token, into: &scope, of: line) != nil
  }

  /// Adds a key to the object begun last, and returns its hash for the path of its member; nil where the object has it
  /// already. Amortized O(length of the key).
  @inline(__always)
  public mutating func add(_ token: StringToken, into scope: inout Scope, of line: LineBytes) -> UInt64? {
    let hashes = line.hashes(ofKey: token, seeds)
    let hash = hashes.seeded
    if (scope.bits.0 &>> hash) & (scope.bits.1 &>> (hash &>> 6)) & 1 == 0 {
      push(hash, token.start, &scope)
    } else if !insert(hash: hash, token.start, into: &scope, of: line) {
      return nil
    }
    return hashes.digest
  }

  /// Puts a key on the stack.
  @inline(__always)
  private mutating func push(_ hash: UInt64, _ offset: Int, _ scope: inout Scope) {
    keys[count] = KeyTable.entry(hash: hash, offset: offset)
    count &+= 1
    scope.bits.0 |= 1 &<< hash
    scope.bits.1 |= 1 &<< (hash &>> 6)
    // One more makes a table necessary, which is not done in passing.
    if count &- Int(scope.start) >= Self.mostKeysCompared { scope.bits = (.max, .max) }
  }

  /// Adds a key by its hash and the offset of its content.
  @inline(never)
  private mutating func insert(
    hash: UInt64, _ offset: Int, into scope: inout Scope, of line: LineBytes
  ) -> Bool {
    let entry = KeyTable.entry(hash: hash, offset: offset)
    if scope.isHeaped {
      heap.append(entry)
      return true
    }
    if scope.table >= 0 {
      if tables[Int(scope.table)].insert(entry, of: line) != nil { return false }
      if tables[Int(scope.table)].count == KeyTable.mostKeys { moveToHeap(&scope, of: line) }
      return true
    }
    var index = Int(scope.start)
    while let next = keys.firstIndex(ofHashOf: entry, in: index..<count) {
      if line.stringsAreEqual(KeyTable.offset(of: keys[next]), offset) { return false }
      index = next + 1
    }
    push(hash, offset, &scope)
    if count - Int(scope.start) > Self.mostKeysCompared { moveToTable(&scope, of: line) }
    return true
  }

  private mutating func moveToTable(_ scope: inout Scope, of line: LineBytes) {
    scope.table = Int32(tablesInUse)
    tablesInUse += 1
    if Int(scope.table) == tables.count { tables.append(KeyTable()) }
    tables[Int(scope.table)].clear()
    for index in Int(scope.start)..<count { _ = tables[Int(scope.table)].insert(keys[index], of: line) }
    count = Int(scope.start)
  }

  private mutating func moveToHeap(_ scope: inout Scope, of line: LineBytes) {
    heap.open(lineLength: line.count)
    // They differ, and no later key is compared with them but in their part, so their order does not matter.
    for entry in tables[Int(scope.table)].entries { heap.append(entry) }
    scope.isHeaped = true
    // It is the last one: an object within this one can have it.
    tablesInUse = Int(scope.table)
    scope.table = -1
  }
}
