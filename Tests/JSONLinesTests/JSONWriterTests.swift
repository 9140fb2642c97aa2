import JSONLines
import Testing

@Suite struct JSONWriterTests {
  private func document(_ contents: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    contents(&json)
    return String(decoding: json.finish(), as: UTF8.self)
  }

  @Test func everyKindOfValue() {
    let text = document {
      $0.object { json in
        json.member("string", "text")
        json.member("nothing", nil as String?)
        json.member("integer", -12)
        json.member("no integer", nil as Int?)
        json.member("number", 0.25)
        json.member("no number", nil as Double?)
        json.member("true", true)
        json.member("false", false)
        json.array("array") { json in
          json.string("one")
          json.integer(.max)
          json.number(1e300)
          json.bool(true)
          json.null()
          json.object { $0.member("a", 1) }
          json.array { $0.string("two") }
        }
        json.name("object")
        json.object { json in
          json.member("a", 1)
          json.member("b", 2)
        }
        json.array("empty array") { _ in }
        json.object("empty object") { _ in }
      }
    }
    #expect(
      text == """
        {
          "string": "text",
          "nothing": null,
          "integer": -12,
          "no integer": null,
          "number": 0.25,
          "no number": null,
          "true": true,
          "false": false,
          "array": [
            "one",
            9223372036854775807,
            1e+300,
            true,
            null,
            {
              "a": 1
            },
            [
              "two"
            ]
          ],
          "object": {
            "a": 1,
            "b": 2
          },
          "empty array": [],
          "empty object": {}
        }

        """)
  }

  @Test func documentMayBeAnyValue() {
    #expect(document { $0.array { _ in } } == "[]\n")
    #expect(document { $0.string("text") } == "\"text\"\n")
    #expect(document { $0.null() } == "null\n")
  }

  @Test func whatIsWithinOneLineIsOnThatLine() {
    let text = document {
      $0.array { json in
        json.array(layout: .oneLine) { json in
          json.object(layout: .lines) { json in
            json.array("a") { json in
              json.integer(1)
              json.integer(2)
            }
            json.member("b", "")
            json.object("c") { _ in }
          }
          json.bool(false)
        }
        json.object { $0.array("d", layout: .oneLine) { $0.null() } }
      }
    }
    #expect(
      text == """
        [
          [{"a": [1, 2], "b": "", "c": {}}, false],
          {
            "d": [null]
          }
        ]

        """)
  }

  @Test func numbersThatJSONLacksAreNull() {
    for number in [Double.nan, .infinity, -.infinity] {
      #expect(document { $0.object { $0.member("n", number) } } == "{\n  \"n\": null\n}\n")
      #expect(document { $0.number(number) } == "null\n")
    }
  }

  // Not a test with arguments, since the test runner would print them as they are.
  @Test func stringsAreEscaped() {
    let cases = [
      ("plain", "plain"), (#"a"b\c/d"#, #"a\"b\\c/d"#), ("\n\r\t", #"\n\r\t"#),
      ("\u{0}\u{1B}\u{8}\u{7F}", #"\u0000\u001B\u0008\u007F"#),
      ("\u{9B}2J", #"\u009B2J"#), ("\u{202E}\u{2028}\u{FEFF}", #"\u202E\u2028\uFEFF"#),
      ("\u{E0041}", #"\uDB40\uDC41"#), ("世界 🎉 e\u{301}", "世界 🎉 e\u{301}"), ("👩\u{200D}🌾", "👩\u{200D}🌾"),
    ]
    for (string, escaped) in cases {
      #expect(document { $0.string(string) } == "\"\(escaped)\"\n")
      #expect(document { $0.object { $0.member(string, 1) } } == "{\n  \"\(escaped)\": 1\n}\n")
    }
  }

  @Test func readerReadsEveryScalarBack() throws {
    var string = ""
    for value: UInt32 in 0...0x10FFFF {
      if let scalar = Unicode.Scalar(value) { string.unicodeScalars.append(scalar) }
    }
    let text = document { $0.string(string) }
    let read = try LineBytes.with(text.utf8) { (line) throws(JSONFault) in
      var reader = JSONReader()
      try reader.begin(line)
      return line.unescaped(try reader.string())
    }
    #expect(read == Array(string.utf8))
  }

  @Test func flushedTextIsHandedOverOnce() {
    var json = JSONWriter()
    var pieces: [String] = []
    json.array { json in
      for name in ["a", "b"] {
        json.string(name)
        var piece = ""
        json.flush(to: &piece)
        pieces.append(piece)
      }
    }
    var rest = ""
    json.finish(to: &rest)
    #expect(pieces + [rest] == ["[\n  \"a\"", ",\n  \"b\"", "\n]\n"])
  }

  @Test func callsOutOfOrderAreMistakes() async {
    await #expect(processExitsWith: .failure) { _ = JSONWriter().finish() }
    await #expect(processExitsWith: .failure) {
      var json = JSONWriter()
      json.null()
      json.null()
    }
    await #expect(processExitsWith: .failure) {
      var json = JSONWriter()
      json.object { $0.null() }
    }
    await #expect(processExitsWith: .failure) {
      var json = JSONWriter()
      json.object { $0.name("a") }
    }
    await #expect(processExitsWith: .failure) {
      var json = JSONWriter()
      json.array { $0.member("a", 1) }
    }
  }
}
