import Diagnostics
import Testing

@testable import Reports

/// `↓` marks where a fault begins, `↑` where it ends; without `↑` it is a byte long.
@Suite struct ExcerptViewTests {
  private func view(
    _ marked: String, columns: Int = 60, isCutBefore: Bool = false, isCutAfter: Bool = false
  ) -> String {
    let sample = Samples.excerpt(marked, isCutBefore: isCutBefore, isCutAfter: isCutAfter)
    return lines(ExcerptView(sample.excerpt, length: sample.length, columns: columns))
  }

  private func view(
    bytes: [UInt8], at offset: Int, length: Int = 1, isCutBefore: Bool = false, isCutAfter: Bool = false
  ) -> String {
    let excerpt = Finding.Excerpt(
      bytes: bytes, faultOffset: offset, isCutBefore: isCutBefore, isCutAfter: isCutAfter)
    return lines(ExcerptView(excerpt, length: length, columns: 60))
  }

  private func lines(_ view: ExcerptView) -> String { "\(view.text)\n\(view.marks)" }

  @Test func shortLineIsShownWhole() {
    #expect(
      view(#"{"role":↓"assistant"↑}"#) == """
        {"role":"assistant"}
                ^^^^^^^^^^^
        """)
  }

  @Test func faultAtTheLineStart() {
    #expect(view("↓{}") == "{}\n^")
  }

  @Test func faultBehindTheLineEnd() {
    #expect(view(#"{"role":↓"#) == "{\"role\":\n        ^")
  }

  @Test func faultOfAnEmptyLine() {
    #expect(view("↓") == "\n^")
  }

  @Test func wideCharactersAreTwoColumns() {
    #expect(
      view(#"{"世界":"ｶ",↓"角色"↑:1}"#) == """
        {"世界":"ｶ","角色":1}
                    ^^^^^^
        """)
  }

  @Test func emojiAreTwoColumnsHoweverManyScalarsTheyHave() {
    #expect(
      view("\"🎉👩\u{200D}👩\u{200D}👧👍🏽❤\u{FE0F}🇩🇪\",↓x↑") == """
        "🎉👩\u{200D}👩\u{200D}👧👍🏽❤\u{FE0F}🇩🇪",x
                     ^
        """)
  }

  @Test func combiningMarksHaveNoColumn() {
    #expect(
      view("\"e\u{301}a\u{308}\u{323}\",↓x↑") == """
        "e\u{301}a\u{308}\u{323}",x
             ^
        """)
  }

  @Test func faultyCombiningMarkPointsAtItsLetter() {
    #expect(view("\"ae↓\u{301}↑\"") == "\"ae\u{301}\"\n  ^")
  }

  @Test func controlCharactersAreSeen() {
    #expect(
      view("\"a\tb\u{1B}[31m↓\u{202E}↑c\"") == """
        "a␉b␛[31m<U+202E>c"
                 ^^^^^^^^
        """)
  }

  @Test func bytesThatAreNoTextAreWritten() {
    let bytes =
      [UInt8](#"{"a":""#.utf8) + [0xC3, 0x28, 0xED, 0xA0, 0x80, 0xF0, 0x9F, 0x98] + [UInt8](#""}"#.utf8)
    #expect(
      view(bytes: bytes, at: 6) == """
        {"a":"<C3>(<ED><A0><80><F0><9F><98>"}
              ^^^^
        """)
    #expect(
      view(bytes: bytes, at: 11, length: 3) == """
        {"a":"<C3>(<ED><A0><80><F0><9F><98>"}
                               ^^^^^^^^^^^^
        """)
  }

  @Test func faultWithinAScalarMarksAllOfIt() {
    #expect(view(bytes: Array("a世b".utf8), at: 2) == "a世b\n ^^")
  }

  @Test func faultMayEndBehindTheExcerpt() {
    #expect(view(bytes: Array("abc".utf8), at: 1, length: 900, isCutAfter: true) == "abc…\n ^^")
  }

  @Test func halvesOfScalarsAreLeftOutWhereTheLineWasCut() {
    let bytes = [0xB8, 0x96] + [UInt8]("ab".utf8) + [0xE4, 0xB8]
    #expect(view(bytes: bytes, at: 3, isCutBefore: true, isCutAfter: true) == "…ab…\n  ^")
    #expect(view(bytes: bytes, at: 3, isCutAfter: true) == "<B8><96>ab…\n         ^")
    #expect(view(bytes: bytes, at: 3, isCutBefore: true) == "…ab<E4><B8>\n  ^")
    #expect(view(bytes: bytes, at: 0, isCutBefore: true, isCutAfter: true) == "…<B8><96>ab…\n ^^^^")
    #expect(view(bytes: bytes, at: 4, isCutBefore: true, isCutAfter: true) == "…ab<E4><B8>…\n   ^^^^")
  }

  @Test func continuationBytesWithoutALeadByteStay() {
    let bytes = [UInt8]("a".utf8) + [0x80, 0x80]
    #expect(view(bytes: bytes, at: 0, isCutAfter: true) == "a<80><80>…\n^")
  }

  @Test func longLineIsCutAtTheRight() {
    #expect(view("ab↓cd↑efghijklmnopqrstuvwxyz", columns: 20) == "abcdefghijklmnopqr…\n  ^^")
  }

  @Test func longLineIsCutAtTheLeft() {
    #expect(
      view("abcdefghijklmnopqrstuv↓wx↑yz", columns: 20) == """
        …ijklmnopqrstuvwxyz
                       ^^
        """)
  }

  @Test func longLineIsCutAtBothSides() {
    #expect(
      view("abcdefghijkl↓mn↑opqrstuvwxyz", columns: 20) == """
        …efghijklmnopqrstuv…
                 ^^
        """)
  }

  @Test func lineThatJustFitsIsNotCut() {
    #expect(view("abcdefghijklmnopqrs↓t↑", columns: 20) == "abcdefghijklmnopqrst\n                   ^")
    #expect(view("abcdefghijklmnopqrst↓", columns: 20) == "…defghijklmnopqrst\n                  ^")
    #expect(
      view("abcdefghijklmnopqr↓s↑", columns: 20, isCutAfter: true)
        == "abcdefghijklmnopqrs…\n                  ^")
  }

  @Test func cutLineSaysSoThoughItFits() {
    #expect(view("a↓b↑c", isCutBefore: true, isCutAfter: true) == "…abc…\n  ^")
  }

  @Test func longFaultShowsItsStart() {
    #expect(
      view("abcdefgh↓ijklmnopqrstuvwxyzijklmnopqrstuvwxyz↑", columns: 20) == """
        …ghijklmnopqrstuvwx…
           ^^^^^^^^^^^^^^^^
        """)
  }

  @Test func wideCharactersAreNotSplit() {
    #expect(
      view("一二三四五六七八↓九↑十一二三四五六七八", columns: 20) == """
        …五六七八九十一二三…
                 ^^
        """)
  }

  @Test func cutNeverPartsALetterFromItsMarks() {
    let letters = Array(repeating: "e\u{301}", count: 30).joined()
    #expect(
      view("↓x↑\(letters)", columns: 20)
        == "x\(Array(repeating: "e\u{301}", count: 17).joined())…\n^")
    #expect(
      view("\(letters)↓x↑", columns: 20)
        == "…\(Array(repeating: "e\u{301}", count: 17).joined())x\n\(String(repeating: " ", count: 18))^")
  }

  @Test func terminalOfNoWidthStillShowsTheFault() {
    #expect(view("abcdefghijklmnopqrstuv↓wx↑yz", columns: 1) == "…ijklmnopqrstuvwxyz\n               ^^")
  }

  /// Whatever is cut where: the line keeps to its columns, and the caret stands beneath the fault.
  @Test(arguments: [20, 40, 80, 200])
  func everyCutKeepsToItsColumns(columns: Int) {
    let pieces = ["a", "世", "🎉", "e\u{301}", "\u{1B}", "\u{202E}", "\"", "👩\u{200D}🚀"]
    for length in [1, 7, 30, 90, 250] {
      for position in stride(from: 0, through: length, by: 3) {
        let before = (0..<position).map { pieces[($0 * 7 + length) % pieces.count] }.joined()
        let after = (position..<length).map { pieces[($0 * 5 + length) % pieces.count] }.joined()
        let excerpt = Samples.excerpt("\(before)↓#↑\(after)").excerpt
        let view = ExcerptView(excerpt, columns: columns)
        #expect(ColumnCounter.columns(of: view.text) <= columns)
        let fault = view.text.prefix { $0 != "#" }
        #expect(view.marks == String(repeating: " ", count: ColumnCounter.columns(of: String(fault))) + "^")
      }
    }
  }
}
