import Testing

@testable import Reports

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
}
