import Diagnostics
import Testing

@testable import Reports

@Suite struct RuleIndexTests {
  @Test func rulesAreInOrder() {
    let codes = SampleRules.index.descriptions.map(\.code)
    #expect(codes == ["TK002", "TK104", "TK201", "TK202", "TK401", "TK408", "TK701"])
  }

  @Test func ruleIsFoundByCode() {
    #expect(SampleRules.index.description(of: "TK408")?.name == "empty-text")
    #expect(SampleRules.index["TK408"].name == "empty-text")
    #expect(SampleRules.index.description(of: "TK409") == nil)
  }

  @Test func familyIsTheFirstDigit() {
    #expect(SampleRules.index.descriptions(in: .syntax).map(\.name) == ["invalid-json", "json-array-file"])
    #expect(SampleRules.index.descriptions(in: .media).isEmpty)
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

  @Test func findingOfAnUnknownRuleIsOurMistake() async {
    await #expect(processExitsWith: .failure) { _ = SampleRules.index["TK999"] }
    await #expect(processExitsWith: .failure) {
      _ = RuleIndex([SampleRules.unknownRole, SampleRules.unknownRole])
    }
  }
}
