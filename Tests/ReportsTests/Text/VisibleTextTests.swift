import Reports
import Testing

@Suite struct VisibleTextTests {
  @Test(arguments: [
    "", "plain", "Grüße, 世界", "e\u{301}", "👩\u{200D}🚀", "❤\u{FE0F}", "نمی\u{200C}خواهم", "क\u{94D}\u{200D}ष",
    "\u{FFFD}", "\u{E000}", "葛\u{E0100}",
  ])
  func ordinaryTextStays(text: String) {
    #expect(VisibleText(text).description == text)
  }

  // Not a test with arguments, since the test runner would print them as they are.
  @Test func whatActsOrHidesIsNamed() {
    let cases = [
      ("\u{0}a\u{1F}", "␀a␟"), ("a\tb\r\n", "a␉b␍␊"), ("\u{1B}[31mred", "␛[31mred"), ("\u{7F}", "␡"),
      ("\u{80}\u{9B}2J\u{9F}", "<U+0080><U+009B>2J<U+009F>"), ("\u{85}", "<U+0085>"),
      ("\u{202A}\u{202E}", "<U+202A><U+202E>"), ("\u{2066}x\u{2069}", "<U+2066>x<U+2069>"),
      ("\u{200E}\u{200F}\u{61C}", "<U+200E><U+200F><U+061C>"), ("\u{2028}\u{2029}", "<U+2028><U+2029>"),
      ("\u{200B}\u{2060}\u{FEFF}", "<U+200B><U+2060><U+FEFF>"), ("\u{AD}", "<U+00AD>"),
      ("\u{3164}\u{115F}", "<U+3164><U+115F>"), ("\u{FFF9}", "<U+FFF9>"), ("\u{E0041}", "<U+E0041>"),
      ("\u{FFFE}", "<U+FFFE>"), ("\u{13430}", "<U+13430>"),
    ]
    for (text, visible) in cases {
      let shown = VisibleText(text).description
      #expect(shown.unicodeScalars.elementsEqual(visible.unicodeScalars), "\(visible)")
    }
  }

  @Test func whatStandsInALiteralIsMadeVisibleOnce() {
    let path = "a\n\u{1B}[2J"
    let inner: VisibleText = "\u{1B}[1m\(path)\u{1B}[0m"
    #expect(inner.description == "\u{1B}[1ma␊␛[2J\u{1B}[0m")
    let outer: VisibleText = "\(inner), \(7)\n"
    #expect(outer.description == inner.description + ", 7\n")
  }

  @Test func linesStayWhereTheyAreMeant() {
    #expect(VisibleText(lines: "a\r\nb\n\u{202E}ü\n").description == "a␍\nb\n<U+202E>ü\n")
  }
}
