import Testing
import TestSupport

@testable import JSONLines

@Suite struct KeyFilterTests {
  /// Families of keys: plain, alike in length and prefix, alike in prefix and suffix, escaped, empty and growing.
  static let families: [String: @Sendable (Int) -> String] = [
    "short": { "\($0)" },
    "same length and prefix": { "parameter_\(10_000 + $0)" },
    "same ends": { "parameters_of_\(10_000 + $0)_the_function" },
    "longer than two steps": { String(repeating: "k", count: 40) + "\(1000 + $0)" },
    "first byte differs": { "\(1000 + $0)" + String(repeating: "k", count: 60) },
    "growing": { String(repeating: "a", count: $0 % 200) + (($0 < 200) ? "" : "\($0)") },
    "escaped": { #"\u0041\n\#(1000 + $0)"# },
    "escaped and long": { String(repeating: #"\u0416\/ \n"#, count: 300) + "\($0)" },
    "beyond ASCII": { "键\($0)é😀" },
    "zeros": { String(repeating: #"\u0000"#, count: $0 % 50) + (($0 < 50) ? "" : "\($0)") },
  ]

  /// Inserts keys one by one; those that the filter refused, by index.
  private func refused(_ keys: [String], seed: UInt64 = 7) -> [Int] {
    let line = "{" + keys.map { #""\#($0)":0"# }.joined(separator: ",") + "}"
    return LineBytes.with(line.utf8) { line in
      var filter = KeyFilter(seed: seed)
      var scope = filter.open()
      var offset = 1
      var refused: [Int] = []
      for (index, key) in keys.enumerated() {
        let end = offset + 1 + key.utf8.count
        let traits: StringToken.Traits = key.contains("\\") ? [.hasEscape, .hasLongEscape] : []
        let token = StringToken(start: offset + 1, end: end, traits: traits)
        if !filter.insert(token, into: &scope, of: line) { refused.append(index) }
        offset = end + 4
      }
      return refused
    }
  }

  /// Objects of up to 60 keys: of each key a second one, at many places behind it.
  @Test(arguments: families.keys.sorted())
  func everyDuplicateOfAFewKeys(family: String) throws {
    let key = try #require(Self.families[family])
    for count in 1...60 {
      let keys = (0..<count).map(key)
      #expect(refused(keys + keys) == Array(count..<2 * count), "\(count) keys")
    }
    let keys = (0..<60).map(key)
    for index in keys.indices {
      // Just behind the first one, about where the keys get a table, and at the end.
      for place in [index + 1, 15, 16, 17, 18, 40, 46, 47, 48, 49, 50, 51, 60] where place > index {
        let found = refused(Array(keys[..<place]) + [keys[index]] + Array(keys[place...]))
        #expect(found == [place], "key \(index) again before key \(place)")
      }
    }
  }

  /// However long it is: of an escaped key a part is in memory at a time.
  @Test func aKeyInOtherWords() {
    for count in Array(1...30) + Array(195...215) + Array(245...265) + [1000, 5000] {
      let plain = String(repeating: "Ж/ d", count: count)
      let escaped = String(repeating: #"\u0416\/\u0020d"#, count: count)
      #expect(refused([plain, escaped]) == [1], "\(count)")
      #expect(refused([escaped, plain + "e", escaped + "f", plain]) == [3], "\(count)")
    }
  }

  @Test(arguments: families.keys.sorted(), [1, 0xAAAA_5555_0F0F_3C3C, UInt64.max - 1])
  func everyDuplicateOfAThousandKeys(family: String, seed: UInt64) throws {
    let key = try #require(Self.families[family])
    let keys = (0..<1000).map(key)
    #expect(refused(keys + keys, seed: seed) == Array(1000..<2000))
  }

  /// Whatever the seed, and so whichever keys share their lowest bits, 100 objects that are open have room for their keys.
  @Test(arguments: 0..<64)
  func keysOfObjectsThatStayOpen(seed: UInt64) {
    let keys = (0..<60).map { "k\(1000 + $0)" }
    let line = "{" + keys.map { #""\#($0)":0"# }.joined(separator: ",") + "}"
    LineBytes.with(line.utf8) { line in
      var filter = KeyFilter(seed: seed)
      for depth in 0..<JSONReader.maximumDepth {
        var scope = filter.open()
        for index in 0..<(depth % 2 == 0 ? KeyFilter.mostKeysCompared + 1 : 60) {
          let key = StringToken(start: 2 + 10 * index, end: 7 + 10 * index, traits: [])
          #expect(filter.insert(key, into: &scope, of: line))
        }
      }
    }
  }

  /// Different spellings of one key, and keys that only look alike.
  @Test func escapesDoNotMakeAKeyAnother() {
    let spellings = ["a/b", #"a\/b"#, #"\u0061/b"#, #"a\u002Fb"#, #"a\u002fb"#]
    #expect(refused(spellings) == [1, 2, 3, 4])
    #expect(refused([#"\ud83d\ude00"#, "😀"]) == [1])
    #expect(refused([#"\u00e9"#, "é", "e\u{301}"]) == [1])
    #expect(refused([#"\n"#, #"\\n"#, "n", #"\u000a"#]) == [3])
    #expect(refused([#"\""#, #"\\"#, #"\u0022"#, #"\u005C"#]) == [2, 3])
    #expect(refused(["a", "A", "a ", " a", "", "aa", "\u{FF41}"]) == [])
    let long = String(repeating: "x", count: 100)
    #expect(refused([long, long + "x", #"\u0078"# + long.dropFirst(), "y" + long.dropFirst()]) == [2])
  }

  /// A key is the same with an escape anywhere in it, at every length: what is behind its end is not a part of it.
  @Test func escapesInKeysOfEveryLength() {
    for length in 1...70 {
      let key = String(repeating: "k", count: length)
      for place in [0, length / 2, length - 1] {
        let escaped = String(key.prefix(place)) + #"\u006b"# + String(key.dropFirst(place + 1))
        #expect(refused([key, escaped, key + "k", String(key.dropLast())]) == [1], "\(length), \(place)")
        #expect(refused([escaped, key]) == [1], "\(length), \(place)")
      }
    }
  }

  // MARK: Objects within each other

  @Test func everyObjectHasKeysOfItsOwn() {
    let keys = (0..<40).map { #""key\#($0)":"# }
    let inner = "{" + keys.map { $0 + "1" }.joined(separator: ",") + "}"
    let outer = "{" + keys.map { $0 + inner }.joined(separator: ",") + "}"
    #expect(fault(in: outer) == nil)
    #expect(fault(in: "[\(outer),\(outer)]") == nil)
    // The outer object's keys are still known when its inner ones, with tables of their own, have ended.
    for key in keys {
      let line = String(outer.dropLast()) + "," + key + inner + "}"
      let found = fault(in: line)
      #expect(found?.kind == .duplicateKey)
      #expect(found?.offset == outer.utf8.count)
    }
  }

  /// The same with objects of so many keys at every depth that each has a table, or just not.
  @Test(arguments: [1, 15, 16, 17, 18, 33])
  func tablesAtEveryDepth(count: Int) throws {
    func object(_ depth: Int, _ last: String) -> String {
      var members = (0..<count).map { #""\#($0)":0"# }
      if depth > 1 { members.insert(#""deeper":"# + object(depth - 1, last), at: count / 2) }
      if !last.isEmpty { members.append(last) }
      return "{" + members.joined(separator: ",") + "}"
    }
    #expect(fault(in: object(100, "")) == nil)
    #expect(fault(in: object(100, #""other":1"#)) == nil)
    let line = object(100, #""0":1"#)
    let offset = try #require(line.firstRange(of: #""0":1"#)).lowerBound.utf16Offset(in: line)
    #expect(fault(in: line).map(ExpectedFault.init) == ExpectedFault(.duplicateKey, at: offset, length: 3))
  }

  // MARK: The table

  /// Keys of one hash are told apart by their bytes, however many there are.
  @Test func collisions() {
    let keys = (0..<200).map { 1000 + $0 }
    let line = keys.map { #""\#($0)""# }.joined()
    LineBytes.with(line.utf8) { line in
      var table = KeyTable()
      for hash: UInt64 in [0, .max, 0x8000_0000_0000_0000] {
        table.clear()
        for round in 0..<2 {
          for index in keys.indices {
            let offset = 1 + 6 * index
            let known = table.insert(KeyTable.entry(hash: hash, offset: offset), of: line)
            #expect(known == (round == 0 ? nil : offset), "hash \(hash), key \(index)")
          }
        }
      }
    }
  }

  /// A table that grew and was cleared holds nothing any more.
  @Test func clearing() {
    LineBytes.with((0..<5000).flatMap { "\"\(100_000 + $0)\"".utf8 }) { line in
      var table = KeyTable()
      var generator = SplitMix64(seed: 8)
      let hashes = (0..<5000).map { _ in generator.next() }
      for count in [10, 100, 32, 33, 5000, 100, 5, 3000, 64, 200] {
        table.clear()
        let entries = (0..<count).map { KeyTable.entry(hash: hashes[$0], offset: 1 + 8 * $0) }
        let first = entries.filter { table.insert($0, of: line) == nil }
        let second = entries.filter { table.insert($0, of: line) == nil }
        #expect(first == entries && second.isEmpty)
      }
    }
  }
}
