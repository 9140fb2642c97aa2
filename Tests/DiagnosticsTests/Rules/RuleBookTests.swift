import Diagnostics
import Testing

@Suite struct RuleBookTests {
  private let book = SampleRules.book

  @Test func rulesAreInOrder() {
    #expect(book.rules.map(\.code) == ["TK104", "TK201", "TK202", "TK401", "TK408", "TK801"])
  }

  @Test func ruleIsFoundByCodeAndName() {
    #expect(book.rule("TK408")?.name == "empty-text")
    #expect(book["TK408"].name == "empty-text")
    #expect(book.rule("TK409") == nil)
    #expect(book.rule(named: "tk408")?.code == "TK408")
    #expect(book.rule(named: "Empty-Text")?.code == "TK408")
    #expect(book.rule(named: "TK4") == nil)
  }

  @Test func familyIsTheFirstDigit() {
    #expect(book.rules(in: .syntax).map(\.name) == ["invalid-json", "json-array-file"])
    #expect(book.rules(in: .media).isEmpty)
    #expect(RuleFamily(of: "TK001") == .stream)
    #expect(RuleFamily(of: "TK801") == .job)
    #expect(RuleFamily(of: "TK999") == nil)
  }

  @Test func familiesHaveTitles() {
    #expect(
      RuleFamily.allCases.map { "\($0.rawValue) \($0.title)" } == [
        "0 Stream", "1 Text", "2 JSON syntax", "3 Shape", "4 Conversation", "5 Media", "6 Tools", "7 Dataset",
        "8 Tuning job",
      ])
  }

  @Test func wrongBooksAreOurMistakes() async {
    await #expect(processExitsWith: .failure) { _ = SampleRules.book["TK999"] }
    await #expect(processExitsWith: .failure) {
      _ = RuleBook([SampleRules.rule("TK401", "unknown-role"), SampleRules.rule("TK401", "missing-role")])
    }
    await #expect(processExitsWith: .failure) {
      _ = RuleBook([SampleRules.rule("TK401", "unknown-role"), SampleRules.rule("TK402", "unknown-role")])
    }
    await #expect(processExitsWith: .failure) { _ = RuleBook([SampleRules.rule("TK901", "unknown-role")]) }
  }
}
