import JSONLines
import Testing

/// Strings of every length with something at every place, through the reader, which reads short ones without the kernel.
@Suite struct JSONReaderStringTests {
  private let memory = GuardedLine(capacity: 512)

  /// Something in a string: good, or wrong from a byte on.
  struct Special: CustomTestStringConvertible, Sendable {
    let bytes: [UInt8]
    let kind: JSONFault.Kind?
    var offset = 0
    var length = 1

    init(_ bytes: [UInt8], _ kind: JSONFault.Kind? = nil, at offset: Int = 0, length: Int = 1) {
      (self.bytes, self.kind, self.offset, self.length) = (bytes, kind, offset, length)
    }

    init(_ text: String, _ kind: JSONFault.Kind? = nil, at offset: Int = 0, length: Int = 1) {
      self.init(Array(text.utf8), kind, at: offset, length: length)
    }

    var testDescription: String { String(decoding: bytes, as: UTF8.self) }
  }

  static let specials = [
    Special(""), Special(#"\n"#), Special(#"\""#), Special(#"\\"#), Special(#"\u00e9"#),
    Special(#"\uD83D\uDE00"#),
    Special("é"), Special("日本"), Special("😀"), Special("<"), Special("'"), Special("\u{7F}"),
    Special("\0", .controlCharacter), Special("\t", .controlCharacter), Special("\u{1F}", .controlCharacter),
    Special(#"\x"#, .unexpected(.escape), length: 2),
    Special(#"\u12g4"#, .unexpected(.hexadecimalDigits), length: 2),
    Special(#"\uD83D!"#, .loneSurrogate, length: 6), Special(#"\uDE00"#, .loneSurrogate, length: 6),
    Special(#"\uD83D\uDE0"#, .unexpected(.hexadecimalDigits), at: 6, length: 2),
    Special([0x80], .invalidUTF8), Special([0xC3], .invalidUTF8),
    Special([0xE2, 0x82], .invalidUTF8, length: 2),
    Special([0xED, 0xA0, 0x80], .invalidUTF8, length: 3), Special([0xC3, 0xA9, 0xFF], .invalidUTF8, at: 2),
    Special(#"" "#, .unexpected(.commaOrArrayEnd), at: 2),
  ]

  @Test(arguments: specials)
  func everyLengthAndPlace(special: Special) {
    for length in 0...200 where length % 5 == 0 || length < 70 && length % 2 == 1 {
      // What stands in the string goes from its first place to its last, step by step, in the same memory.
      memory.set(
        Array("[\"".utf8) + special.bytes + Array(repeating: UInt8(ascii: "x"), count: length)
          + Array("\"]".utf8))
      for place in 0...length {
        let offset = 2 + place + special.offset
        let found = fault(in: memory.line).map(ExpectedFault.init)
        let expected = special.kind.map { ExpectedFault($0, at: offset, length: special.length) }
        if found != expected {
          Issue.record("length \(length), place \(place): \(String(describing: found))")
        }
        guard place < length else { break }
        memory[2 + place] = UInt8(ascii: "x")
        for (index, byte) in special.bytes.enumerated() { memory[3 + place + index] = byte }
      }
    }
  }

  /// A string that the line's end cuts, at every length.
  @Test(arguments: ["", "\r"])
  func cutAtEveryLength(end: String) {
    for length in 0...200 {
      for filling in ["x", "é"] {
        let text = "[\"" + String(repeating: filling, count: length)
        for trap in [UInt8(ascii: "\""), 0x5C, 0xBF, 0x0A] {
          memory.set(Array((text + end).utf8), trap: trap)
          let found = fault(in: memory.line).map(ExpectedFault.init)
          #expect(found == ExpectedFault(.unexpected(.closingQuote), at: text.utf8.count))
        }
      }
    }
  }

  /// Keys are read like values, and their ends are found alike.
  @Test func keysOfEveryLength() {
    for length in 0...200 {
      for filling in ["k", "日", #"\u006b"#] {
        let key = String(repeating: filling, count: length / filling.utf8.count)
        memory.set(Array(#"{"\#(key)":"v"}"#.utf8))
        #expect(fault(in: memory.line) == nil)
      }
    }
  }

  /// A line that begins with a string does not see the end of the line before, whatever that is: its last bytes would
  /// lead on to others if they stood in the string.
  @Test func theLineBeforeIsNotSeen() throws {
    let ends: [[UInt8]] = [
      [0xF0], [0xF4, 0x8F], [0xF0, 0x9F, 0x98], [0xE2, 0x82], [0xC3], [0xFF], [0x5C], Array(#"\u"#.utf8),
    ]
    let strings = [
      "", "é", "日本語", "😀", "plain", String(repeating: "é", count: 100), String(repeating: "x", count: 100),
    ]
    for end in ends {
      for string in strings {
        for line in ["\"\(string)\"", "[\"\(string)\"]"] {
          var bytes = Array("{\"a\":\"".utf8) + end + [0x0A]
          bytes += Array(line.utf8) + [0x0A]
          var buffer = LineBuffer(blockLength: bytes.count, maximumLineLength: bytes.count)
          let count = bytes.count
          _ = buffer.fill { (span: inout MutableSpan<UInt8>) in
            for index in 0..<count { span[index] = bytes[index] }
            return count
          }
          _ = buffer.next()
          guard case .line(let second, _, _)? = buffer.next() else {
            Issue.record("no second line")
            continue
          }
          #expect(fault(in: second) == nil, "\(end) before \(line)")
        }
      }
    }
  }

  /// Nor the line behind: a string that is cut does not go on there.
  @Test func theLineBehindIsNotSeen() {
    for start in ["\"abc", "\"\\", "\"\\u00", "\"\\uD83D", "\"\\uD83D\\u", "-", "1e", "tru", "[", "/"] {
      for trap in ["\"", "0", "e", "u", "\\", "]"] {
        memory.set(Array(start.utf8), trap: trap.utf8.first ?? 0)
        let first = fault(in: memory.line)
        #expect(first != nil)
        #expect(first == fault(in: start), "\(start) before \(trap)")
      }
    }
  }
}
