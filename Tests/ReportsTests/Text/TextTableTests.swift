import Testing

@testable import Reports

@Suite struct TextTableTests {
  private static let table = {
    var table = TextTable([
      TextTable.Column(heading: "name"),
      TextTable.Column(heading: "n", alignment: .right, maximumColumns: 4), TextTable.Column(heading: "last"),
    ])
    table.add(["a-long-name", "1", "x"])
    table.add(["b", "100000", ""])
    return table
  }()

  @Test func alignsCells() {
    #expect(
      Self.table.lines(width: 80) == [
        "name            n  last",
        "a-long-name     1  x",
        "b            1000",
        "               00",
      ])
  }

  @Test func wrapsTheFirstColumnWhereTheTableIsNarrow() {
    #expect(
      Self.table.lines(width: 20) == [
        "name         n  last",
        "a-long-      1  x",
        "name",
        "b         1000",
        "            00",
      ])
  }
}
