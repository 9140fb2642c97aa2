import Testing

@testable import ModelCatalog

struct JSONWriterTests {
  @Test func indentsLines() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("a")
    writer.integer(-1)
    writer.name("b")
    writer.beginArray()
    writer.bool(true)
    writer.null()
    writer.endArray()
    writer.name("empty")
    writer.beginArray()
    writer.endArray()
    writer.endObject()
    let expected = """
      {
        "a": -1,
        "b": [
          true,
          null
        ],
        "empty": []
      }

      """
    #expect(String(decoding: writer.finish(), as: UTF8.self) == expected)
  }

  @Test func whatIsWithinOneLineIsOnThatLine() {
    var writer = JSONWriter()
    writer.beginArray(.oneLine)
    writer.beginObject(.lines)
    writer.name("a")
    writer.beginArray()
    writer.integer(1)
    writer.integer(2)
    writer.endArray()
    writer.name("b")
    writer.string("")
    writer.endObject()
    writer.bool(false)
    writer.endArray()
    #expect(String(decoding: writer.finish(), as: UTF8.self) == #"[{"a": [1, 2], "b": ""}, false]"# + "\n")
  }

  @Test(
    arguments: [
      ("plain", #""plain""#),
      (#"a"b\c/"#, #""a\"b\\c/""#),
      ("line\nfeed\r\ttab", #""line\nfeed\r\ttab""#),
      ("\u{0}\u{1F}\u{8}\u{7F}", #""\u0000\u001f\u0008\u007f""#),
      ("é 日本 🙂 \u{2028}", "\"é 日本 🙂 \u{2028}\""),
    ])
  func escapesWhatMustBe(_ text: String, _ expected: String) throws {
    var writer = JSONWriter()
    writer.string(text)
    let bytes = writer.finish()
    #expect(String(decoding: bytes, as: UTF8.self) == expected + "\n")
    #expect(try JSONValue(parsing: bytes).content == .string(text))
  }

  @Test func escapesNamesToo() throws {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("a\"\n")
    writer.null()
    writer.endObject()
    let value = try JSONValue(parsing: writer.finish())
    guard case .object(let members) = value.content else {
      Issue.record("not an object")
      return
    }
    #expect(members.map(\.name) == ["a\"\n"])
  }
}
