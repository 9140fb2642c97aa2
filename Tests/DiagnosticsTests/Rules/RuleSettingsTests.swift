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

  @Test func laterChoicesTakePrecedence() throws {
    var settings = RuleSettings(SampleRules.book)
    try settings.apply(RuleChoices(extendSelect: ["TK104"], ignore: ["TK401", "TK8"]))
    #expect(settings.codes == ["TK104", "TK201", "TK202", "TK408"])
    // A less specific pattern decides as well.
    try settings.apply(RuleChoices(extendSelect: ["TK4"]))
    #expect(settings.codes == ["TK104", "TK201", "TK202", "TK401", "TK408"])
    #expect(settings.namedRules == ["TK104"])
    try settings.apply(RuleChoices(select: ["TK4"], ignore: ["TK408"]))
    #expect(settings.codes == ["TK401"])
    #expect(settings.namedRules == [])
    #expect(throws: RuleSettings.UnknownPattern.self) {
      try settings.apply(RuleChoices(ignore: ["TK9"]))
    }
  }

  @Test func severitiesAreThoseOfTheMostSpecificPattern() throws {
    var settings = RuleSettings(SampleRules.book)
    #expect(settings.chosenSeverity(of: "TK401") == nil)
    try settings.apply(
      RuleChoices(severities: [
        .init("unknown-role", .warning), .init("ALL", .info), .init("TK4", .error),
      ]))
    #expect(settings.chosenSeverity(of: "TK401") == .warning)
    #expect(settings.chosenSeverity(of: "TK408") == .error)
    #expect(settings.chosenSeverity(of: "TK801") == .info)
    // What keeps a line from being examined stays an error.
    #expect(settings.chosenSeverity(of: "TK201") == nil)
    #expect(settings.errorsLeftOut == ["TK401", "TK801"])
    try settings.apply(RuleChoices(severities: [.init("TK4", .error), .init("TK8", .error)]))
    #expect(settings.errorsLeftOut == [])
  }
}
