import Documents
import JSONLines
import Testing

/// Values are written as they were read.
@Suite struct DocumentValueWritingTests {
  @Test(
    "members keep their order, numbers their spelling",
    arguments: [
      "null", "true", "false", "[]", "{}", "-0", "1e2", "1.50", "123456789012345678901234567890",
      #""a\"b\\c\n日本語""#,
      """
      {
        "b": [
          1.0,
          {},
          [
            null
          ]
        ],
        "a": {
          "é": "",
          "": false
        }
      }
      """,
    ])
  func written(text: String) throws {
    var json = JSONWriter()
    json.value(try DocumentValue(parsing: Array(text.utf8)))
    #expect(String(decoding: json.finish(), as: UTF8.self) == text + "\n")
  }
}
