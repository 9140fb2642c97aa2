import Testing

@testable import Reports

@Suite struct MarkdownTextTests {
  @Test(arguments: [
    ("plain, 'quoted' (text).", "plain, 'quoted' (text)."), ("a * b *c*", "a \\* b \\*c\\*"),
    ("<b> and [link](x)", "\\<b> and \\[link](x)"), ("back\\slash", "back\\\\slash"),
    ("snake_case _emphasis_", "snake_case \\_emphasis\\_"), ("@Directive a@b", "\\@Directive a@b"),
    ("a\n@Directive", "a\n\\@Directive"), ("`<*_[\\` <", "`<*_[\\` \\<"), ("a | b", "a | b"),
  ])
  func proseKeepsItsMeaning(text: String, escaped: String) {
    #expect(MarkdownText.prose(text) == escaped)
  }

  @Test func cellIsOneLineWithoutBars() {
    #expect(MarkdownText.cell("a | `b|c`\nd *") == "a \\| `b\\|c` d \\*")
    #expect(MarkdownText.cell("") == "")
  }

  @Test func fenceIsLongerThanAnyInTheText() {
    #expect(MarkdownText.block(["a", "b"], language: "json") == "```json\na\nb\n```")
    #expect(MarkdownText.block(["`", "a ```` b `"]) == "`````\n`\na ```` b `\n`````")
  }
}
