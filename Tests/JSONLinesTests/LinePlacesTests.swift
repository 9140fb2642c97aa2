import Testing
import TestSupport

@testable import JSONLines

@Suite struct LinePlacesTests {
  private func expect(_ cases: [(String, String)], _ location: SourceLocation = #_sourceLocation) {
    for (marked, pointer) in cases {
      let line = MarkedLine(marked)
      let found = LineBytes.with(line.bytes) { $0.pointer(to: line.offset) }
      #expect(found == pointer, "\(marked)", sourceLocation: location)
    }
  }

  @Test func values() {
    expect([
      ("↓{}", ""), (#"↓{"a":1}"#, ""), (#"{"a":↓1}"#, "/a"), (#"{"a":1,"b":↓"c"}"#, "/b"),
      (#" {"a" : ↓{}}"#, "/a"),
      ("[↓1]", "/0"), ("[1,2,↓3]", "/2"), ("[[1],[2,[↓3]]]", "/1/1/0"), (#"[{"a":[{"b":↓1}]}]"#, "/0/a/0/b"),
      (#"{"contents":[{"role":"user"},{"role":↓"assistant"}]}"#, "/contents/1/role"),
      (#"{"a":{"b":1},"c":↓2}"#, "/c"), (#"[{"a":1},{"a":↓2}]"#, "/1/a"), (#"[[],{},"x",↓true]"#, "/3"),
      (#"↓"text""#, ""), ("↓12", ""),
    ])
  }

  @Test func keysStandForTheirMembers() {
    expect([
      (#"{↓"a":1}"#, "/a"), (#"{"a":1,↓"b":2}"#, "/b"), (#"{"a":{↓"b":2}}"#, "/a/b"),
      (#"[{"a":1},{↓"b":2}]"#, "/1/b"),
      (#"{"a↓bc":1}"#, "/abc"), (#"{"a"↓ :1}"#, "/a"), (#"{"a":{"x":1},↓"a":2}"#, "/a"),
    ])
  }

  @Test func placesInStringsBelongToThem() {
    expect([
      (#"{"a":"x↓y"}"#, "/a"), (#"{"a":"[{,:↓"}"#, "/a"), (#"{"a":["x","\"↓\","]}"#, "/a/1"),
      (#"["a","b,↓"]"#, "/1"),
      (#"{"a":"x\\","b":"\"{↓"}"#, "/b"), (#"{"a":"日本↓語"}"#, "/a"),
    ])
  }

  @Test func keysAreEscaped() {
    expect([
      (#"{"a/b":↓1}"#, "/a~1b"), (#"{"a~b":↓1}"#, "/a~0b"), (#"{"~1":↓1}"#, "/~01"), (#"{"":↓1}"#, "/"),
      (#"{"":{"":↓1}}"#, "//"), (#"{"a\u002fb\n":↓1}"#, "/a~1b\n"), (#"{"\ud83d\ude00":↓1}"#, "/😀"),
      (#"{"\"}":{",":↓1}}"#, "/\"}/,"), (#"{"é日":[↓1]}"#, "/é日/0"), (#"{" ":↓1}"#, "/ "),
      (#"{"0":[↓1]}"#, "/0/0"),
    ])
  }

  /// Pointers are kept, and a key may be as long as its line: of a very long one only the beginning is shown.
  @Test func longKeysAreCut() {
    let most = LinePlaces.mostKeyBytes
    for (unit, bytes) in [("k", 1), ("日", 3), (#"\n"#, 2), ("~", 1), (#"\ud83d\ude00"#, 12)] {
      for length in [1, most / 2, most, most + 12, most + 13, 40 * most] {
        let key = String(repeating: unit, count: length / bytes)
        let pointer = LineBytes.with(#"{"\#(key)":[1]}"#.utf8) { $0.pointer(to: $0.count - 3) }
        let text = key.replacing("~", with: "~0").replacing(#"\n"#, with: "\n")
        let whole = "/" + text.replacing(#"\ud83d\ude00"#, with: "😀") + "/0"
        // A character that begins before the limit is shown whole.
        if key.utf8.count <= most { #expect(pointer == whole) }
        if key.utf8.count > most + 12 {
          #expect(pointer.hasSuffix("…/0") && whole.hasPrefix(pointer.dropLast(3)))
          #expect((most / 4...2 * most + 40).contains(pointer.utf8.count), "\(unit): \(pointer.utf8.count)")
        }
      }
    }
  }

  /// A fault that is no value: the nearest value around it, or the member before.
  @Test("of what is nested deeper than a reader reads, no step is kept")
  func deeperThanReaders() {
    let depth = JSONReader.maximumDepth
    let steps = String(repeating: "/0", count: depth)
    let deep = String(repeating: "[", count: 5000)
    let back = String(repeating: "[", count: depth + 3) + "1,{\"a\":2}" + String(repeating: "]", count: 3)
    expect([
      (String(repeating: "[", count: depth) + "↓[", steps), (deep + "↓", steps + "…"),
      (deep + #"↓"a""#, steps + "…"),
      (back + ",↓3", String(steps.dropLast(1)) + "1"), (back + "],↓4", String(steps.dropLast(3)) + "1"),
    ])
  }

  @Test func faults() {
    expect([
      (#"{"a":1↓"#, "/a"), (#"{"a":1 ↓"b":2}"#, "/a"), (#"{"a":[1,2↓"#, "/a/1"), (#"{"a":[1,↓]}"#, "/a/1"),
      (#"{"a":[1↓,]}"#, "/a/0"), ("↓", ""), ("[↓", "/0"), (#"{"a":↓"#, "/a"), ("{}↓{}", ""),
      (#"{"a":1}↓}"#, ""),
      ("]↓]", ""), (#"{"a":1,↓b:2}"#, ""), (#"{"a":{"b":1,↓}}"#, "/a"), (#"{"a"↓"#, "/a"),
    ])
  }

  /// A key that the line's end cuts names no member.
  @Test func cutKeys() {
    expect([
      (#"{"abc↓"#, ""), (#"{"a":{"b↓"#, "/a"), (#"{"a":1,"b↓"#, ""), (#"{"a":{"b":1,"c\↓"#, "/a"),
      (#"[1,{"↓"#, "/1"),
      (#"{"a":"b↓"#, "/a"), (#"{"a":["b","c\u12↓"#, "/a/1"),
    ])
  }

  /// Whatever the line and the place, the pointer is one: it begins with a slash, and `~` stands before 0 or 1.
  @Test func anyPlaceOfAnyLine() {
    var generator = SplitMix64(seed: 21)
    let memory = GuardedLine(capacity: 128)
    let bytes = Array("{}[]\",:\\ua~/1 ".utf8) + [0xC3, 0xA9, 0xFF]
    for index in 0..<4000 {
      memory.set(
        (0..<Int.random(in: 0...40, using: &generator)).map { _ in generator.pick(bytes) }, slack: index % 64)
      let line = memory.line
      // Places that share a walk are the same as places that have one each, whatever the order.
      var places = LinePlaces(of: line)
      var shuffled = LinePlaces(of: line)
      for offset in 0...line.count {
        let pointer = line.pointer(to: offset)
        #expect(places.pointer(to: offset) == pointer, "\(memory.bytes), \(offset)")
        #expect(places.column(of: offset) == line.column(of: offset), "\(memory.bytes), \(offset)")
        let other = Int.random(in: 0...line.count, using: &generator)
        #expect(shuffled.pointer(to: other) == line.pointer(to: other), "\(memory.bytes), \(other)")
        #expect(shuffled.column(of: other) == line.column(of: other), "\(memory.bytes), \(other)")
        let isPointer = pointer.isEmpty || pointer.utf8.first == UInt8(ascii: "/")
        let tildes = pointer.utf8.split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false)
          .dropFirst()
        let areEscapes = tildes.allSatisfy { $0.first == UInt8(ascii: "0") || $0.first == UInt8(ascii: "1") }
        #expect(isPointer && areEscapes, "\(memory.bytes), \(offset): \(pointer)")
        #expect((1...offset + 1).contains(line.column(of: offset)))
      }
    }
  }
}
