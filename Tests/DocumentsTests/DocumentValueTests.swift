import Documents
import JSONLines
import Testing

struct DocumentValueTests {
  @Test("everything is kept with its place")
  func places() throws {
    let text = "{\n  \"a\": [1.50, true, null],\n  \"é\": \"x\\n\"\n}"
    let value = try DocumentValue(parsing: Array(text.utf8))
    #expect(value.range == 0..<text.utf8.count)
    #expect(value.members.map(\.name) == ["a", "é"])
    #expect(value.members.map(\.nameRange) == [4..<7, 31..<35])
    let array = try #require(value["a"])
    #expect(array.range == 9..<27)
    #expect(array.elements.map(\.content) == [.number("1.50"), .bool(true), .null])
    #expect(array.elements.map(\.range) == [10..<14, 16..<20, 22..<26])
    #expect(value["é"]?.string == "x\n")
    #expect(value["b"] == nil)
  }

  @Test(
    "faults have the offset in the document",
    arguments: [("", 0), ("[1,\n 2", 6), ("[\"a\nb\"]", 3), ("{\"a\":1,\n\"a\":2}", 8), ("{} {}", 3)])
  func faults(text: String, offset: Int) {
    let fault = #expect(throws: JSONFault.self) { try DocumentValue(parsing: Array(text.utf8)) }
    #expect(fault?.offset == offset)
  }
}
