import Testing
import TestSupport

@testable import JSONLines

/// Objects within and behind each other, with keys that stand twice at any place, against a plain set for each object.
@Suite struct KeyModelTests {
  /// A line of nested objects, and where its first key stands that its object had before, as plain sets say.
  private struct Model {
    private(set) var bytes: [UInt8] = []
    private(set) var firstRepeated: Int?
    private var generator: SplitMix64

    /// - Parameter counts: how many keys an object may have, by its depth from 1; the deepest holds no others.
    init(seed: UInt64, counts: [[Int]]) {
      generator = SplitMix64(seed: seed)
      appendObject(counts[...])
    }

    private mutating func appendObject(_ counts: ArraySlice<[Int]>) {
      guard let count = counts.first.map({ generator.pick($0) }) else {
        return bytes.append(UInt8(ascii: "0"))
      }
      let isRepeating = generator.next() % 3 == 0
      // A few keys that hold objects, at the beginning, the end or anywhere.
      let places = Set(
        (0..<3).map { _ in generator.pick([0, count - 1, Int.random(in: 0...count, using: &generator)]) })
      var known: Set<Int> = []
      bytes.append(UInt8(ascii: "{"))
      for place in 0..<count {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        let isSecond = isRepeating && place > 0 && (place == count - 1 || generator.next() % 40_000 == 0)
        let key = isSecond ? Int.random(in: 0..<place, using: &generator) : place
        if !known.insert(key).inserted { firstRepeated = min(firstRepeated ?? .max, bytes.count) }
        appendKey(key)
        bytes.append(UInt8(ascii: ":"))
        if places.contains(place) {
          appendObject(counts.dropFirst())
        } else {
          bytes.append(UInt8(ascii: "0"))
        }
      }
      bytes.append(UInt8(ascii: "}"))
    }

    /// A key in any of its spellings, now and then a long one.
    private mutating func appendKey(_ key: Int) {
      let name = key % 97 == 0 ? "parameter_of_the_function_\(key)" : "p\(key)"
      let spelling = generator.next() % 16 == 0 ? #"\u0070"# + name.dropFirst() : name
      bytes.append(contentsOf: "\"\(spelling)\"".utf8)
    }
  }

  private func expectAgreement(_ model: Model, _ comment: Comment) {
    LineBytes.with(model.bytes) { line in
      var reader = JSONReader()
      var found: JSONFault?
      do throws(JSONFault) {
        try reader.begin(line)
        try reader.skipValue()
        try reader.end()
      } catch {
        found = reader.first(error)
      }
      #expect(found?.offset == model.firstRepeated, comment)
      #expect(found == nil || found?.kind == .duplicateKey, comment)
    }
  }

  /// Around where keys stop being compared with each other, and around where a table grows.
  @Test func objectsOfFewKeys() {
    let counts = [0, 1, 2, 15, 16, 17, 18, 31, 32, 33, 64, 65, 200]
    for seed in 0..<300 as Range<UInt64> {
      let depth = Int(seed % 5) + 1
      expectAgreement(Model(seed: seed, counts: Array(repeating: counts, count: depth)), "seed \(seed)")
    }
  }

  /// Around where a table becomes a heap, and far beyond.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func objectsOfManyKeys(seed: UInt64) {
    let many = KeyTable.mostKeys
    let counts = [many - 1, many, many + 1, many + 255, many + 256, many + 257, many + 5000, 100_000]
    let few = [0, 17, 400, many - 1, many, many + 300]
    expectAgreement(
      Model(seed: seed, counts: [seed < 2 ? [100_000] : counts, few, [0, 16, 40]]), "seed \(seed)")
  }

  // MARK: The heap by itself

  /// Objects of few keys, opened and ended in any order, whose hashes fill few parts, so that their chunks run over.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func heapsOfFewKeys(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    // The keys in the order in which they come: seven bytes each.
    let keys = (0..<40_000).map { _ in Int.random(in: 1000..<2000, using: &generator) }
    LineBytes.with(keys.map { "\"\($0)\"" }.joined(separator: ",").utf8) { line in
      var heap = KeyHeap()
      var open: [(keys: Set<Int>, firstRepeated: Int?)] = []
      var next = 0
      while next < keys.count - 300 {
        switch generator.next() % 4 {
        case 0 where open.count < 6:
          heap.open(lineLength: line.count)
          open.append(([], nil))
        case 1:
          if let last = open.popLast() { #expect(heap.close(line) == last.firstRepeated) }
        default:
          guard !open.isEmpty else { continue }
          let mayRepeat = generator.next() % 20 == 0
          for _ in 0..<generator.pick([1, 62, 63, 64, 65, 255, 256, 257]) {
            let offset = 1 + 7 * next
            let isNew = open[open.count - 1].keys.insert(keys[next]).inserted
            if isNew || mayRepeat {
              heap.append(KeyTable.entry(hash: hash(of: keys[next], parts: seed % 3 + 1), offset: offset))
            }
            if !isNew, mayRepeat, open[open.count - 1].firstRepeated == nil {
              open[open.count - 1].firstRepeated = offset
            }
            next += 1
          }
        }
      }
      while let last = open.popLast() { #expect(heap.close(line) == last.firstRepeated) }
      #expect(heap.isEmpty)
    }
  }

  /// A hash that is the same for a key each time, and lies in one of a few parts.
  private func hash(of key: Int, parts: UInt64) -> UInt64 {
    var generator = SplitMix64(seed: UInt64(key))
    return generator.next() >> 8 | (UInt64(key) % parts) << 56
  }
}
