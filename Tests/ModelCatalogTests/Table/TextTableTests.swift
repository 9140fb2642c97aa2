import Testing

@testable import ModelCatalog

struct TextTableTests {
  @Test func alignsCellsOfSeveralLines() {
    var table = TextTable([
      TextTable.Column(heading: "name"), TextTable.Column(heading: "n", alignment: .right),
      TextTable.Column(heading: "last"),
    ])
    table.add([["a", "second"], ["1"], ["x", ""]])
    table.add([["b"], ["1000"], []])
    #expect(
      table.lines() == [
        "name       n  last",
        "------  ----  ----",
        "a          1  x",
        "second",
        "b       1000",
      ])
  }

  @Test func wrapsBetweenWords() {
    #expect(wrapped("one two three", width: 7) == ["one two", "three"])
    #expect(wrapped("one two three", width: 8) == ["one two", "three"])
    #expect(wrapped("one two three", width: 13) == ["one two three"])
    #expect(wrapped("overlong a b", width: 3) == ["overlong", "a b"])
    #expect(wrapped("", width: 3) == [])
  }
}
