import Testing

@testable import ModelCatalog

struct CatalogFaultTests {
  @Test(
    arguments: [
      ("", 0, "", CatalogFileError.Problem.notJSON("expected a value")),
      ("[1,\n 2", 6, "/1", .notJSON("expected a comma or ']'")),
      ("{\"a\":\n[1,]}", 8, "/a/0", .notJSON("nothing follows the comma")),
      ("[\"a\nb\"]", 3, "/0", .notJSON("a control character in a string must be escaped")),
      ("{\"a\":{\"b\":1,\n\"b\":2}}", 13, "/a/b", .duplicateField("b")),
      ("{} {}", 3, "", .notJSON("there is a second value")),
      ("// no\n{}", 0, "", .notJSON("comments are not allowed")),
      ("\u{FEFF}{}", 0, "", .notJSON("a byte order mark stands here")),
    ])
  func refusesWhatIsNotJSON(
    _ text: String, _ offset: Int, _ pointer: String, _ problem: CatalogFileError.Problem
  ) {
    let fault = #expect(throws: CatalogFault.self) { try CatalogFault.document(Array(text.utf8)) }
    #expect(fault?.problem == problem)
    #expect(fault?.offset == offset)
    #expect(fault?.pointer == pointer)
  }
}
