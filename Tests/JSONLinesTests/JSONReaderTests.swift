import JSONLines
import Testing

/// Good JSON, and what the reader says of it on the way.
@Suite struct JSONReaderTests {
  @Test func goodLines() {
    let lines = [
      "{}", "[]", #""""#, "0", "true", "false", "null", " \t\r{ \t}\r\t ", "[ ]", "[[],[],{}]",
      #"{"":{"":[]}}"#,
      #"{"a":1,"b":[1,"2",3.0,true,false,null,{"a":{}}],"A":2}"#, "\t[\t1\t,\t2\t]\t", "{}\r",
      #"{"\"":1,"\\":2,"\/":3,"/\/":4,"\b\f\n\r\t":5,"\u0000":6,"\u00e9\u00E8":7}"#,
      "{\"é\":\"日本 😀 \u{7F} \u{FEFF} \u{2028} \u{FFFD} \u{10FFFF}\"}", #"["\uD83D\uDE00\uDBFF\uDFFF"]"#,
      #"[{"a":1},{"a":1},{"a":{"a":{"a":1}}}]"#, #"["a","a","b"]"#,
    ]
    for line in lines { #expect(fault(in: line) == nil, "\(line)") }
  }

  @Test func kinds() throws {
    let kinds: [(String, JSONKind, String)] = [
      ("{}", .object, "an object"), ("[]", .array, "an array"), (#""""#, .string, "a string"),
      ("0", .number, "a number"), ("9", .number, "a number"), ("-1", .number, "a number"),
      ("true", .boolean, "a Boolean"), ("false", .boolean, "a Boolean"), ("null", .null, "null"),
    ]
    for (text, kind, name) in kinds {
      try LineBytes.with(text.utf8) { line in
        var reader = JSONReader()
        try reader.begin(line)
        #expect(try reader.kind() == kind)
        #expect(kind.name == name)
      }
    }
  }

  /// What a decoder does that knows what it wants.
  @Test func pulling() throws {
    try LineBytes.with(#" { "role" : "us\u0065r", "parts":[ 1 ,{}] } "#.utf8) { line in
      var reader = JSONReader()
      try reader.begin(line)
      #expect(reader.offset == 1)
      let scope = try reader.openObject()
      #expect(reader.depth == 1)
      let role = try #require(try reader.nextKey(isFirst: true))
      #expect(line.bytes(in: role.start..<role.end) == Array("role".utf8))
      let user = try reader.string()
      #expect(line.string(user, equals: "user"))
      #expect(user.count == 9)
      let parts = try #require(try reader.nextKey(isFirst: false))
      #expect(line.string(parts, equals: "parts"))
      try reader.openArray()
      let first = try reader.nextElement(isFirst: true)
      try reader.number()
      let second = try reader.nextElement(isFirst: false)
      #expect(reader.depth == 2)
      try reader.skipValue()
      let third = try reader.nextElement(isFirst: false)
      #expect([first, second, third] == [true, true, false])
      let noKey = try reader.nextKey(isFirst: false)
      #expect(noKey == nil)
      try reader.closeObject(scope)
      #expect(reader.depth == 0)
      try reader.end()
      #expect(reader.offset == line.count)
      // Bytes behind the line may look like `<`, which is only to be looked at more closely.
      #expect(reader.traits.subtracting(.mayHaveLessThan) == [.hasEscape, .hasLongEscape])
    }
  }

  /// A reader that stopped at a fault reads the next line as if nothing had been.
  @Test func aFaultLeavesNothingBehind() {
    let many = (0..<40).map { #""\#($0)":1"# }.joined(separator: ",")
    var reader = JSONReader()
    for line in [#"{"a":{"b":["#, "{\(many),", #"{"a":1,"b":{"c":1,"a":1}}"#, "{\(many)}", "[[[[", "[1]"] {
      let expected = fault(in: line)
      let found = LineBytes.with(line.utf8) { line -> JSONFault? in
        do throws(JSONFault) {
          try reader.begin(line)
          try reader.skipValue()
          try reader.end()
          return nil
        } catch {
          return error
        }
      }
      #expect(found == expected, "\(line)")
    }
  }

  // MARK: Depth

  @Test(arguments: ["[", #"{"a":"#, #"[{"key":"#])
  func depthIsLimited(opening: String) {
    let closing = opening == "[" ? "]" : opening == #"{"a":"# ? "}" : "}]"
    let levels = closing.utf8.count
    func nested(_ depth: Int, _ value: String) -> String {
      String(repeating: opening, count: depth / levels) + value
        + String(repeating: closing, count: depth / levels)
    }
    #expect(JSONReader.maximumDepth == 100)
    #expect(fault(in: nested(100, "1")) == nil)
    #expect(fault(in: nested(98, "[{}]")) == nil)
    let offset = opening.utf8.count * 100 / levels
    for tooDeep in ["[]", "{}", "[", "{"] {
      let found = fault(in: nested(100, tooDeep)).map(ExpectedFault.init)
      #expect(found == ExpectedFault(.nestingTooDeep, at: offset))
    }
  }

  @Test func depthIsThatOfOpenContainers() {
    #expect(fault(in: "[" + String(repeating: "[[]],[{}],", count: 1000) + "0]") == nil)
    let found = fault(in: String(repeating: "[", count: 100_000)).map(ExpectedFault.init)
    #expect(found == ExpectedFault(.nestingTooDeep, at: 100))
  }

  // MARK: Strings

  @Test func traits() throws {
    let strings: [(String, StringToken.Traits)] = [
      ("", []), ("plain", []),
      ("a text that is longer than any vector that is looked at, at least to its end", []),
      ("é", .hasNonASCII), ("1 < 2", .mayHaveLessThan), (#"\n"#, .hasEscape),
      (#"\u003c"#, [.hasEscape, .hasLongEscape, .mayHaveLessThan]),
      (#"\u003D"#, [.hasEscape, .hasLongEscape]),
      ("\u{FFFD}", [.hasNonASCII, .hasReplacementCharacter]),
      (#"\uFFFD"#, [.hasEscape, .hasLongEscape, .hasReplacementCharacter]),
      (#"\ufffd"#, [.hasEscape, .hasLongEscape, .hasReplacementCharacter]), ("\u{FFFC}", .hasNonASCII),
      ("\u{2028}", .hasNonASCII), ("\u{2029}", .hasNonASCII),
      ("\u{202A}", .hasNonASCII), (#"\u2028"#, [.hasEscape, .hasLongEscape]),
      (#"\/"#, [.hasEscape, .hasLongEscape]),
      ("a text that is longer than sixteen bytes and has its < at its end <", .mayHaveLessThan),
    ]
    for (string, traits) in strings {
      // Behind the string nothing may look like a part of it, or `<` could be reported for that.
      try LineBytes.with("[\"\(string)\"\(String(repeating: " ", count: 64))]".utf8) { line in
        var reader = JSONReader()
        try reader.begin(line)
        try reader.openArray()
        _ = try reader.nextElement(isFirst: true)
        let token = try reader.string()
        #expect(token.traits == traits, "\(string)")
        #expect(reader.traits == traits, "\(string)")
        #expect(token == StringToken(start: 2, end: 2 + string.utf8.count, traits: traits))
      }
    }
  }
}
