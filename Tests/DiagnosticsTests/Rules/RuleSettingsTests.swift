import Diagnostics
import Testing

@Suite struct RuleSettingsTests {
  private func codes(select: [String] = [], extend: [String] = [], ignore: [String] = []) throws -> [String] {
    try RuleSettings(SampleRules.book, select: select, extendSelect: extend, ignore: ignore).codes.map(
      \.description)
  }

  @Test func defaultIsWhatIsOn() throws {
    let expected = ["TK201", "TK202", "TK401", "TK408", "TK801"]
    #expect(try codes() == expected)
    #expect(RuleSettings(SampleRules.book).codes.map(\.description) == expected)
  }

  @Test func codesNamesPrefixesAndAll() throws {
    #expect(try codes(select: ["tk401", "empty-text"]) == ["TK401", "TK408"])
    #expect(try codes(select: ["TK2"]) == ["TK201", "TK202"])
    // A prefix leaves out what is off by default; a name, a code and ALL do not.
    #expect(try codes(select: ["TK1"]) == [])
    #expect(try codes(select: ["crlf-line-endings"]) == ["TK104"])
    #expect(try codes(select: ["all"]).count == 6)
    #expect(try codes(extend: ["TK104"]).count == 6)
    #expect(try codes(extend: ["TK104"], ignore: ["TK104", "TK8"]) == ["TK201", "TK202", "TK401", "TK408"])
  }

  @Test func moreSpecificPatternDecides() throws {
    #expect(try codes(extend: ["TK401"], ignore: ["ALL"]) == ["TK401"])
    #expect(try codes(extend: ["TK104", "empty-text"], ignore: ["all"]) == ["TK104", "TK408"])
    #expect(try codes(select: ["TK401"], ignore: ["TK4"]) == ["TK401"])
    #expect(try codes(select: ["TK40"], ignore: ["TK4", "TK408"]) == ["TK401"])
    #expect(try codes(select: ["TK2"], ignore: ["ALL"]) == ["TK201", "TK202"])
    #expect(try codes(select: ["ALL"], ignore: ["TK2", "TK8"]) == ["TK104", "TK401", "TK408"])
    // Of two that are equally specific, the one that ignores decides.
    #expect(try codes(select: ["ALL"], ignore: ["ALL"]) == [])
    #expect(try codes(select: ["TK4", "TK401"], ignore: ["unknown-role", "TK4"]) == [])
    let settings = try RuleSettings(
      SampleRules.book, select: [], extendSelect: ["TK401"], ignore: ["ALL"])
    #expect(settings.namedRules == ["TK401"])
    #expect(settings.runsSome(of: SampleRules.book))
    #expect(!(try RuleSettings(SampleRules.book, select: [], ignore: ["ALL"]).runsSome(of: SampleRules.book)))
  }

  @Test func namedRulesAreThoseSelectedOneByOne() throws {
    let settings = try RuleSettings(
      SampleRules.book, select: ["TK2", "TK401", "crlf-line-endings", "TK408"], ignore: ["TK408"])
    #expect(settings.namedRules == ["TK401", "TK104"])
  }

  @Test(arguments: ["TK5", "T", "", "unknown", "TK4010", "4"])
  func unknownPatterns(pattern: String) {
    #expect(throws: RuleSettings.UnknownPattern.self) {
      try RuleSettings(SampleRules.book, select: [pattern], ignore: [])
    }
    #expect(throws: RuleSettings.UnknownPattern.self) {
      try RuleSettings(SampleRules.book, select: [], ignore: [pattern])
    }
  }

  @Test func errorsLeftOutAreThoseOfDefaultRules() throws {
    #expect(RuleSettings(SampleRules.book).errorsLeftOut == [])
    let settings = try RuleSettings(SampleRules.book, select: ["TK401", "TK408"], ignore: [])
    #expect(settings.errorsLeftOut == ["TK201", "TK202", "TK801"])
  }

  @Test func negativeMaximumIsOurMistake() async {
    await #expect(processExitsWith: .failure) {
      var settings = RuleSettings(SampleRules.book)
      settings.maximumFindings = -1
    }
  }

  @Test func errorsOfReadingCountThoughTheyAreNotShown() throws {
    var settings = try RuleSettings(SampleRules.book, select: ["TK401"], ignore: [])
    settings.maximumFindings = 2
    #expect(settings.counted[201] && settings.counted[401] && !settings.counted[408])
    #expect(settings.hides("TK201") && !settings.hides("TK401"))
    #expect(settings.keeps("TK401", having: 1) && !settings.keeps("TK401", having: 2))
    #expect(!settings.keeps("TK201", having: 0))
    settings.maximumFindings = 0
    #expect(settings.keeps("TK401", having: 1000))
  }
}
