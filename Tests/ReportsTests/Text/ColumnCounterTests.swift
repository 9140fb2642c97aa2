import Testing

@testable import Reports

@Suite struct ColumnCounterTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("世界", 4), ("ｶﾅ", 2), ("ＡＢ", 4), ("한글", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("🎉", 2), ("👩\u{200D}🚀", 2), ("👩\u{200D}👩\u{200D}👧", 2), ("👍🏽", 2),
    ("❤", 1),
    ("❤\u{FE0F}", 2), ("a\u{FE0F}", 1), ("🎉\u{FE0F}", 2), ("🇩🇪", 2), ("🇩🇪🇫🇷", 4), ("🇩", 2), ("🇩a🇪", 5),
    ("a\u{200D}b", 2), ("a\u{200D}🚀", 3), ("1🏽", 3), ("नि", 2), ("␛␉␡", 3), ("…", 1), ("\u{3000}", 2),
  ])
  func textFillsColumns(text: String, columns: Int) {
    #expect(ColumnCounter.columns(of: text) == columns)
  }

  @Test func rangesAscendWithoutTouching() {
    for (left, right) in zip(WideScalars.ranges, WideScalars.ranges.dropFirst()) {
      #expect(left.upperBound + 1 < right.lowerBound)
    }
  }

  @Test func searchFindsTheEndsOfEveryRange() throws {
    for range in WideScalars.ranges {
      #expect(try WideScalars.contains(#require(Unicode.Scalar(range.lowerBound))))
      #expect(try WideScalars.contains(#require(Unicode.Scalar(range.upperBound))))
      #expect(try !WideScalars.contains(#require(Unicode.Scalar(range.lowerBound - 1))))
      #expect(try !WideScalars.contains(#require(Unicode.Scalar(range.upperBound + 1))))
    }
  }
}
