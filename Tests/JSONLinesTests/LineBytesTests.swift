import JSONLines
import Testing

@Suite struct LineBytesTests {
  // MARK: Columns

  @Test func columnsCountScalars() {
    let lines: [(String, columns: [Int])] = [
      ("abc", [1, 2, 3, 4]),
      // Two scalars, of which neither offset within belongs to the next column but the first byte behind.
      ("é日", [1, 2, 2, 3, 3, 3]),
      ("a😀b", [1, 2, 3, 3, 3, 3, 4]),
      // A letter and a combining accent are two scalars, and so is a flag; a family of three is five.
      ("e\u{301}x", [1, 2, 3, 3, 4]),
    ]
    for (text, columns) in lines {
      LineBytes.with(text.utf8) { line in
        #expect((0...line.count).map(line.column(of:)) == columns, "\(text)")
        #expect(line.column(of: line.count + 10) == line.column(of: line.count))
      }
    }
    for (text, scalars) in [("🇩🇪", 2), ("👨‍👩‍👧", 5), ("\u{FEFF}", 1), ("日本語", 3), ("\t\r", 2)] {
      LineBytes.with(text.utf8) { #expect($0.column(of: $0.count) == scalars + 1, "\(text)") }
    }
  }

  @Test func aByteThatIsNoUTF8CountsAsOne() {
    let lines: [([UInt8], Int)] = [
      ([0x80], 1), ([0xFF, 0xFE], 2), ([0xC3], 1), ([0xE2, 0x82], 2), ([0xE2, 0x82, 0xAC], 1),
      ([0xF0, 0x9F, 0x98], 3),
      ([0xED, 0xA0, 0x80], 3), ([0xC0, 0x80], 2), ([0x61, 0xF4, 0x90, 0x80, 0x80, 0x62], 6),
      ([0xC3, 0xC3, 0xA9], 2),
    ]
    for (bytes, columns) in lines {
      LineBytes.with(bytes) { #expect($0.column(of: $0.count) == columns + 1, "\(bytes)") }
    }
  }

  // MARK: Bytes

  @Test func rangesAreCutToTheLine() {
    LineBytes.with("abc".utf8) { line in
      #expect(line.bytes(in: 0..<3) == Array("abc".utf8))
      #expect(line.bytes(in: 1..<100) == Array("bc".utf8))
      #expect(line.bytes(in: -5..<2) == Array("ab".utf8))
      #expect(line.bytes(in: 10..<20) == [])
    }
  }

  @Test func textEndsBeforeOneCarriageReturn() {
    for (text, end) in [("", 0), ("\r", 0), ("a\r", 1), ("a\r\r", 2), ("a\rb", 3), ("abc", 3)] {
      LineBytes.with(text.utf8) { #expect($0.textEnd == end, "\(text.debugDescription)") }
    }
  }

  @Test func wordsHoldTheFirstByteLowest() {
    LineBytes.with("abcdefghij".utf8) { line in
      #expect(line.word(ofFirst: 0, at: 0) == 0)
      #expect(line.word(ofFirst: 1, at: 1) == 0x62)
      #expect(line.word(ofFirst: 3, at: 0) == 0x63_6261)
      #expect(line.word(ofFirst: 8, at: 2) == 0x6A69_6867_6665_6463)
      #expect(line.word(ofFirst: 100, at: 0) == 0x6867_6665_6463_6261)
    }
  }

  // MARK: Escapes

  private func unescaped(_ content: String) -> String {
    LineBytes.with("\"\(content)\"".utf8) { line in
      let token = StringToken(
        start: 1, end: 1 + content.utf8.count, traits: content.contains("\\") ? .hasEscape : [])
      return String(decoding: line.unescaped(token), as: UTF8.self)
    }
  }

  @Test func unescaping() {
    let strings = [
      ("", ""), ("plain é日😀", "plain é日😀"), (#"\"\\\/"#, "\"\\/"), (#"\b\f\n\r\t"#, "\u{8}\u{C}\n\r\t"),
      (#"\u0041\u00e9\u65E5"#, "Aé日"), (#"\ud83d\ude00"#, "😀"),
      (#"\uD800\uDC00\uDBFF\uDFFF"#, "\u{10000}\u{10FFFF}"),
      (#"a\u0000b"#, "a\0b"), (#"\\u0041"#, #"\u0041"#), (#"日\n本"#, "日\n本"),
      (#"\uFFFF\uFFFD\uFEFF"#, "\u{FFFF}\u{FFFD}\u{FEFF}"),
    ]
    for (content, text) in strings { #expect(unescaped(content) == text, "\(content)") }
  }

  /// In a line that is at fault a string may hold anything; unescaping shows what it can and never goes too far.
  @Test func unescapingWhatIsBroken() {
    for (content, text) in [
      (#"\uD83D"#, #"\uD83D"#), (#"\u12"#, #"\u12"#), (#"\uD83D\u0041"#, #"\uD83DA"#),
      (#"\uDE00!"#, #"\uDE00!"#), (#"a\"#, #"a""#),
    ] {
      #expect(unescaped(content) == text, "\(content)")
    }
    let memory = GuardedLine(capacity: 64)
    for content in [#"\"#, #"\u"#, #"\u123"#, #"\uD83D"#, #"\uD83D\"#, #"\uD83D\uDE0"#, #"\x"#] {
      for trap in [UInt8(ascii: "\""), UInt8(ascii: "0"), 0xBF] {
        memory.set(Array(content.utf8), trap: trap)
        let token = StringToken(start: 0, end: content.utf8.count, traits: .hasEscape)
        #expect(memory.line.unescaped(token).count <= content.utf8.count)
      }
    }
  }

  @Test func comparingWithText() {
    let contents = [
      "user", #"us\u0065r"#, #"\u0075\u0073\u0065\u0072"#, "users", "use", "", "User", #"\u0055ser"#,
    ]
    let equal = ["user", #"us\u0065r"#, #"\u0075\u0073\u0065\u0072"#]
    for content in contents {
      LineBytes.with("\"\(content)\"".utf8) { line in
        for traits: StringToken.Traits in content.contains("\\") ? [.hasEscape] : [[], .hasEscape] {
          let token = StringToken(start: 1, end: 1 + content.utf8.count, traits: traits)
          #expect(line.string(token, equals: "user") == equal.contains(content), "\(content)")
        }
      }
    }
  }
}
