import CByteKernels
import JSONLines
import Testing
import TestSupport

/// A digest says whether two values are the same, however they are written, and however long they are.
@Suite struct ContentDigestTests {
  /// The digest of a value.
  private func digest(_ json: String, at path: ContentDigest.Path = .root) -> ContentDigest {
    LineBytes.with(json.utf8) { line in
      var digest = ContentDigest.zero
      var reader = JSONReader()
      do {
        try reader.begin(line)
        try reader.skipValue(at: path, addingTo: &digest)
      } catch {
        Issue.record("\(json): \(error)")
      }
      return digest
    }
  }

  @Test("every kernel adds the same to the lanes", arguments: ByteKernel.available)
  func kernels(kernel: ByteKernel) {
    var generator = SplitMix64(seed: 3)
    for blocks in 0...70 {
      let bytes = generator.bytes(64 * blocks + 64)
      var lanes = (0..<8).map { _ in generator.next() }
      var expected = lanes
      unsafe tk_digest_blocks_with(ByteKernel.portable.rawValue, &expected, bytes, blocks)
      unsafe tk_digest_blocks_with(kernel.rawValue, &lanes, bytes, blocks)
      #expect(lanes == expected, "\(blocks) blocks")
    }
  }

  @Test("every kernel makes the same of a long string", arguments: ByteKernel.available)
  func contents(kernel: ByteKernel) {
    var generator = SplitMix64(seed: 6)
    for count in 257...2500 {
      let bytes = generator.bytes(count)
      let expected = unsafe tk_digest_content_with(ByteKernel.portable.rawValue, bytes, count)
      let found = unsafe tk_digest_content_with(kernel.rawValue, bytes, count)
      #expect(found.low == expected.low && found.high == expected.high, "\(count) bytes")
    }
  }

  @Test(
    "the same value in other words",
    arguments: [
      [#""A/b""#, #""\u0041\/b""#, #""\u0041\u002Fb""#], [#""é""#, #""\u00e9""#, #""\u00E9""#],
      [#""😀""#, #""\ud83d\ude00""#], [#""a\nb\"\\\t""#, #""a\u000Ab\u0022\u005c\u0009""#],
      [#""\u0001\u001f""#, #""\u0001\u001F""#], [#""日本""#, #""\u65e5\u672c""#],
      ["1", "1.0", "1e0", "10E-1", "0.1e+1", "100e-2", "1.000"], ["0", "-0", "0.0", "0e5", "-0.00"],
      ["1200", "1.2e3", "12e2"], ["0.001", "1e-3", "0.1E-2"], ["-2.50", "-25e-1"],
      ["123456789012345678901234567890", "1.2345678901234567890123456789e29"],
      ["123456789012345", "123456789012345.0", "1.23456789012345e14", "1234567890123450e-1"],
      ["1234567890123456", "1234567890123456.00", "1.234567890123456e15"],
      ["-1234567.5", "-1234567.50000000", "-12345675e-1"], ["-12345678901.25", "-1234567890125e-2"],
      ["0.0000000000001", "1e-13", "0.00000000000010000"], ["0.00000000000001", "1e-14"],
      ["100000000000000", "1e14"], ["1000000000000000", "1e15"], ["-100000000000000", "-1e14"],
      [
        #"{"a":1,"b":[true,null]}"#, #"{ "b" : [ true , null ] , "a" : 1 }"#,
        #"{"\u0062":[true,null],"a":1e0}"#,
      ],
      [#"{"a":{"x":1,"y":2},"b":{}}"#, #"{"b":{ },"a":{"y":2,"x":1}}"#], ["[]", "[ ]"],
    ])
  func same(spellings: [String]) {
    for spelling in spellings { #expect(digest(spelling) == digest(spellings[0]), "\(spelling)") }
  }

  @Test("numbers, and what is none, are judged the same with a digest and without")
  func numbers() {
    var generator = SplitMix64(seed: 5)
    let pieces = ["0", "1", "9", "12", "345", "6789012", "00", "-", ".", "e", "E5", "+", " ", "x"]
    for _ in 0..<20_000 {
      let json = (0..<Int.random(in: 1...6, using: &generator)).map { _ in generator.pick(pieces) }.joined()
      LineBytes.with("[\(json)]".utf8) { line in
        var digest = ContentDigest.zero
        let plain = outcome(line) { reader throws(JSONFault) in try reader.skipValue() }
        let digested = outcome(line) { reader throws(JSONFault) in
          try reader.skipValue(at: .root, addingTo: &digest)
        }
        #expect(plain == digested, "\(json)")
      }
    }
  }

  @Test("numbers of any digits before the point and after it", arguments: 1...12)
  func digits(whole: Int) {
    for (point, whole) in [("0.05", "5e-2"), ("-0.5", "-5e-1"), ("0.00000001", "1e-8"), ("0.0", "0")] {
      #expect(digest(point) == digest(whole), "\(point)")
    }
    var generator = SplitMix64(seed: UInt64(whole))
    for places in 0...10 {
      for _ in 0..<40 {
        // Neither the first digit nor the last is a zero.
        let digits = (0..<whole + places).map { index in
          Int.random(in: index == 0 || index == whole + places - 1 ? 1...9 : 0...9, using: &generator)
        }
        let written = digits.map(String.init).joined()
        let sign = generator.pick(["", "-"])
        let point = sign + written.prefix(whole) + (places > 0 ? "." : "") + written.suffix(places)
        let expected = digest("\(sign)\(written)e-\(places)")
        for spelling in [point, point + (places > 0 ? "00" : ".0"), point + "E+0"] {
          #expect(digest(spelling) == expected, "\(spelling)")
        }
        let place = Int.random(in: digits.indices, using: &generator)
        let other = digits.enumerated().map { String($0 == place ? $1 % 9 + 1 : $1) }.joined()
        #expect(digest("\(sign)\(other)e-\(places)") != expected, "\(point), at \(place)")
      }
    }
  }

  /// Where a reader ends that skips a line, or its fault.
  private func outcome(
    _ line: LineBytes, _ skip: (inout JSONReader) throws(JSONFault) -> Void
  ) -> String {
    var reader = JSONReader()
    do throws(JSONFault) {
      try reader.begin(line)
      try skip(&reader)
      return "\(reader.offset)"
    } catch {
      return "\(error)"
    }
  }

  @Test("values that differ a little")
  func different() {
    let values = [
      "1", "10", "-1", "0.1", "1e300", #""1""#, "true", "false", "null", #""true""#, "[]", "{}", #""""#,
      #"" ""#,
      #""[]""#, #""\n""#, #""n""#, #""\\n""#, #""\u0000""#, "[1]", "[1,1]", "[[1]]", "[1,2]", "[2,1]",
      "[[1],2]",
      "[[],[]]", "[[[]]]", #"{"a":1}"#, #"{"a":"1"}"#, #"{"b":1}"#, #"{"a":{"b":1}}"#, #"{"b":{"a":1}}"#,
      #"{"a":[1]}"#, #"[{"a":1}]"#, #"[{"a":1,"b":2},{"a":3,"b":4}]"#, #"[{"a":3,"b":2},{"a":1,"b":4}]"#,
      #"[{"a":1,"b":4},{"a":3,"b":2}]"#, "12345678901234567890123", "12345678901234567890124",
      "12345", "12340", "1.2345", "-1.2345", "123.45", "10.5", "1.05", "0.105", "15540725856023089",
      "123456789012345678901230", #""aa""#, #""a""#, #""aaaaaaaaaaaaaaaa""#, #""aaaaaaaaaaaaaaaaa""#,
    ]
    for (index, value) in values.enumerated() {
      for other in values[..<index] { #expect(digest(value) != digest(other), "\(value), \(other)") }
    }
    #expect(digest("1", at: .root.element(0)) != digest("1", at: .root.element(1)))
  }

  /// Lengths around every change of method, with an escape that is not the shortest somewhere.
  @Test("strings of every length, shortened and changed in one place", arguments: 0..<40 as Range<UInt64>)
  func lengths(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let borders = [0, 1, 15, 16, 17, 31, 32, 33, 255, 256, 257, 1024, 1088, 4080, 4096, 4160, 9000, 20_000]
    for border in borders {
      let length = max(0, border + Int.random(in: -3...3, using: &generator))
      var scalars = (0..<length).map { _ in generator.pick(["a", "b", "/", "é", "日", "😀", #"\n"#, #"\""#]) }
      let plain = scalars.joined()
      var written = scalars
      for index in written.indices where Int.random(in: 0..<9, using: &generator) == 0 {
        written[index] = escaped(written[index])
      }
      #expect(digest("\"\(plain)\"") == digest("\"\(written.joined())\""), "\(length)")
      #expect(digest("{\"\(plain)\":1}") == digest("{\"\(written.joined())\":1}"), "key of \(length)")
      guard length > 0 else { continue }
      let place = Int.random(in: 0..<length, using: &generator)
      scalars[place] = "c"
      #expect(digest("\"\(plain)\"") != digest("\"\(scalars.joined())\""), "\(length), at \(place)")
    }
  }

  /// A piece of a string as escapes of code units.
  private func escaped(_ piece: String) -> String {
    let content = piece == #"\n"# ? "\n" : piece == #"\""# ? "\"" : piece
    return content.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
