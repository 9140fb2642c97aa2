import Documents
import JSONLines
import Testing

struct DocumentCommentsTests {
  private func blanked(_ text: String) -> String {
    String(decoding: DocumentComments.blanked(Array(text.utf8)), as: UTF8.self)
  }

  @Test(
    "comments and trailing commas become spaces",
    arguments: [
      ("{\"a\": 1, // one\n \"b\": 2}", "{\"a\": 1,       \n \"b\": 2}"),
      ("[1,/* a\n b */2]", "[1,    \n     2]"),
      ("[1,]", "[1 ]"),
      ("{\"a\":[1,2 , ],}", "{\"a\":[1,2   ] }"),
      ("[1, // last\r\n]", "[1         \r\n]"),
      ("// é\n{}", "     \n{}"),
      ("{}//", "{}  "),
      ("/**/{}", "    {}"),
    ])
  func changes(text: String, expected: String) {
    #expect(blanked(text) == expected)
    #expect(blanked(text).utf8.count == text.utf8.count)
  }

  @Test(
    "what is neither stays",
    arguments: [
      "{\"a\": \"// no\"}", "{\"a\": \"/* no */,]\"}", "[\"\\\"//\",1]", "[\"\\\\\", 1]", "[,]", "{,}",
      "[1,,]",
      "[1,,,]", "/* a // b", "{/*\n// c\n", "/", "/*", "/*/", "[1 / 2]", "\"open // no", ",", ",]",
      "gs://bucket", "",
    ])
  func stays(text: String) {
    // An address outside of a string is no JSON, and what looks like a comment in it is one.
    let expected = text == "gs://bucket" ? "gs:        " : text
    #expect(blanked(text) == expected)
  }

  @Test("any bytes keep their length and their lines")
  func noise() {
    var generator = SystemRandomNumberGenerator()
    let alphabet = Array("\"\\/*,[]{}1 \n\r\u{FF}".utf8)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      let blanked = DocumentComments.blanked(bytes)
      #expect(blanked.count == bytes.count)
      #expect(blanked.indices.allSatisfy { blanked[$0] == bytes[$0] || blanked[$0] == 0x20 }, "\(bytes)")
      #expect(blanked.count { $0 == 0x0A } == bytes.count { $0 == 0x0A })
      #expect(DocumentComments.blanked(blanked) == blanked)
    }
  }
}
