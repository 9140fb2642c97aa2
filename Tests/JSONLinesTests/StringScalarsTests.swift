import JSONLines
import Testing

@Suite struct StringScalarsTests {
  /// The scalars of a string and where each begins, as they stand in `"…"`.
  private func read(_ content: String) -> [(Unicode.Scalar, Int)] {
    LineBytes.with("\"\(content)\"".utf8) { line in
      line.scalars(in: 1..<line.count - 1).map { ($0.scalar, $0.place.lowerBound - 1) }
    }
  }

  @Test(
    "scalars and their places, raw and escaped",
    arguments: [
      ("", "", []), ("ab", "ab", [0, 1]), ("é日😀.", "é日😀.", [0, 2, 5, 9]),
      (#"a\u00e9b"#, "aéb", [0, 1, 7]), (#"\ud83d\ude00!"#, "😀!", [0, 12]),
      (#"\\u0041"#, #"\u0041"#, [0, 2, 3, 4, 5, 6]),
      (#"\"\/\b\f\n\r\t"#, "\"/\u{8}\u{C}\n\r\t", [0, 2, 4, 6, 8, 10, 12]),
      (#"\ud800x"#, "\u{FFFD}ud800x", [0, 1, 2, 3, 4, 5, 6]),
    ])
  func scalars(content: String, text: String, places: [Int]) {
    let scalars = read(content)
    #expect(scalars.map(\.0) == Array(text.unicodeScalars))
    #expect(scalars.map(\.1) == places)
  }

  @Test("a byte that is not UTF-8 comes as U+FFFD")
  func damage() {
    LineBytes.with([0x61, 0xE9, 0x62]) { line in
      #expect(line.scalars(in: 0..<3).map(\.scalar) == ["a", "\u{FFFD}", "b"])
    }
  }

  @Test(
    "a search stops at the byte and at escapes, which may stand for it",
    arguments: [#"ab\n<c"#, "ab<c", "abc", "<", ""])
  func search(content: String) {
    LineBytes.with("\"\(content)\"<\\".utf8) { line in
      var scalars = line.scalars(in: 1..<content.utf8.count + 1)
      var found: [Unicode.Scalar] = []
      scalars.skip(to: UInt8(ascii: "<"))
      while let (scalar, _) = scalars.next() {
        found.append(scalar)
        scalars.skip(to: UInt8(ascii: "<"))
      }
      #expect(
        found == content.replacing(#"\n"#, with: "\n").unicodeScalars.filter { $0 == "<" || $0 == "\n" })
    }
  }

  @Test(
    "a text stands at a place however it is written, and not beyond the end",
    arguments: [
      ("<end>", "<end>", 5), (#"\u003cend\u003E and more"#, "<end>", 15), ("<en", "<end>", nil),
      ("<enz>", "<end>", nil),
      ("", "", 0), ("a", "", 0), ("caf\\u00e9", "café", 9),
    ])
  func texts(content: String, text: String, end: Int?) {
    LineBytes.with("\"\(content)d>".utf8) { line in
      let scalars = line.scalars(in: 1..<content.utf8.count + 1)
      #expect(scalars.end(of: text) == end.map { $0 + 1 })
      #expect(scalars.equals(text) == (end == content.utf8.count))
    }
  }
}
