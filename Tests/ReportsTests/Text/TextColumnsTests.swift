import Testing

@testable import Reports

@Suite struct TextColumnsTests {
  @Test func paddingCountsColumns() {
    #expect(TextColumns.pad("世", to: 4) == "世  ")
    #expect(TextColumns.pad("long", to: 2) == "long")
    #expect(TextColumns.padLeft("世", to: 4) == "  世")
    #expect(TextColumns.padLeft("long", to: 2) == "long")
    #expect(TextColumns.widest(["a", "世界", "abc"]) == 4)
    #expect(TextColumns.widest([]) == 0)
  }

  @Test func linesBreakAtSpaces() {
    #expect(TextColumns.wrap("one two three four", to: 9) == ["one two", "three", "four"])
    #expect(TextColumns.wrap("one  two  three ", to: 100) == ["one two three"])
    #expect(TextColumns.wrap("one\ntwo", to: 100) == ["one␊two"])
    #expect(TextColumns.wrap("a incomprehensibilities b", to: 5) == ["a", "incomprehensibilities", "b"])
    #expect(TextColumns.wrap("世界 世界 a", to: 9) == ["世界 世界", "a"])
    #expect(TextColumns.wrap("", to: 9) == [])
  }

  @Test func linesHangBehindALabel() {
    #expect(
      TextColumns.wrap("one two three", to: 9, behind: "世: ", of: 4) == ["世: one", "    two", "    three"])
  }

  @Test func longWordsAreCutWhereThatIsAskedFor() {
    #expect(TextColumns.wrap("a longer-word b", to: 7, breakingWords: true) == ["a", "longer-", "word b"])
    #expect(TextColumns.wrap("世界世界", to: 5, breakingWords: true) == ["世界", "世界"])
    #expect(TextColumns.pieces(of: "", columns: 5) == [""])
  }
}
