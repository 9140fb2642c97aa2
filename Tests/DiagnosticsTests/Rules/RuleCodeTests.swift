import Diagnostics
import Testing

@Suite struct RuleCodeTests {
  @Test(arguments: [("TK001", 1), ("TK010", 10), ("TK100", 100), ("TK401", 401), ("TK999", 999)])
  func readsAndWrites(_ text: String, _ number: Int) {
    #expect(RuleCode(text)?.number == number)
    #expect(RuleCode(number: number).description == text)
  }

  @Test(
    arguments: [
      "TK000", "tk401", "Tk401", "TK40", "TK4010", "TK", "", "401", "TK 41", "TK-41", "TK+41", "TK4O1",
      " TK401",
      "TK401 ", "TK401\n", "KT401", "TK٤٠١", "TK４0", "TK\u{301}41", "ＴＫ401", "TK40\u{301}",
    ])
  func readsNothingElse(_ text: String) {
    #expect(RuleCode(text) == nil)
  }

  @Test func readsAPartOfAText() {
    #expect("TK401,TK302".split(separator: ",").map { RuleCode($0) } == ["TK401", "TK302"])
  }

  @Test func everyNumberIsReadAsItIsWritten() {
    for number in 1..<RuleCode.tableLength {
      let code = RuleCode(number: number)
      #expect(RuleCode(code.description) == code)
      #expect(code.description.utf8.count == 5)
    }
  }

  @Test func familyIsTheFirstDigit() {
    #expect(["TK001", "TK099", "TK100", "TK401", "TK999"].map(\RuleCode.family) == [0, 0, 1, 4, 9])
  }

  @Test func codesAreOrderedByNumber() {
    let codes: [RuleCode] = ["TK401", "TK002", "TK100", "TK099"]
    #expect(codes.sorted() == ["TK002", "TK099", "TK100", "TK401"])
  }

  @Test func codeInTheSourceThatIsNoneIsAMistake() async {
    await #expect(processExitsWith: .failure) { _ = "TK000" as RuleCode }
    await #expect(processExitsWith: .failure) { _ = RuleCode(number: 0) }
    await #expect(processExitsWith: .failure) { _ = RuleCode(number: RuleCode.tableLength) }
  }
}
