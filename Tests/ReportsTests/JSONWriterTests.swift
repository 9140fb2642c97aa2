import Reports
import Testing

@Suite struct JSONWriterTests {
  private func document(_ contents: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    var text = ""
    contents(&json)
    json.finish(to: &text)
    return text
  }

  @Test func everyKindOfValue() {
    let text = document {
      $0.object { json in
        json.member("string", "text")
        json.member("nothing", nil as String?)
        json.member("integer", -12)
        json.member("no integer", nil as Int?)
        json.member("number", 0.25)
        json.member("true", true)
        json.member("false", false)
        json.array("array") { json in
          json.element("one")
          json.object { $0.member("a", 1) }
          json.array { $0.element("two") }
        }
        json.object("object") { json in
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
          "true": true,
          "false": false,
          "array": [
            "one",
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

  @Test func documentMayBeAnArray() {
    #expect(document { $0.array { _ in } } == "[]\n")
  }

  @Test func numbersThatJSONLacksAreNull() {
    for number in [Double.nan, .infinity, -.infinity] {
      #expect(document { $0.object { $0.member("n", number) } } == "{\n  \"n\": null\n}\n")
    }
  }

  // Not a test with arguments, since the test runner would print them as they are.
  @Test func stringsAreEscaped() {
    let cases = [
      (#"a"b\c/d"#, #"a\"b\\c/d"#), ("\n\r\t", #"\n\r\t"#),
      ("\u{0}\u{1B}\u{8}\u{7F}", #"\u0000\u001B\u0008\u007F"#),
      ("\u{9B}2J", #"\u009B2J"#), ("\u{202E}\u{2028}\u{FEFF}", #"\u202E\u2028\uFEFF"#),
      ("\u{E0041}", #"\uDB40\uDC41"#), ("世界 🎉 e\u{301}", "世界 🎉 e\u{301}"),
    ]
    for (string, escaped) in cases {
      #expect(document { $0.array { $0.element(string) } } == "[\n  \"\(escaped)\"\n]\n")
      #expect(document { $0.object { $0.member(string, 1) } } == "{\n  \"\(escaped)\": 1\n}\n")
    }
  }

  @Test func flushedTextIsHandedOverOnce() {
    var json = JSONWriter()
    var pieces: [String] = []
    json.array { json in
      for name in ["a", "b"] {
        json.element(name)
        var piece = ""
        json.flush(to: &piece)
        pieces.append(piece)
      }
    }
    var rest = ""
    json.finish(to: &rest)
    #expect(pieces + [rest] == ["[\n  \"a\"", ",\n  \"b\"", "\n]\n"])
  }
}
