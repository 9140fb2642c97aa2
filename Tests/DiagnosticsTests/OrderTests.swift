import Diagnostics
import Testing

@Suite struct OrderTests {
  @Test func severitiesAreOrderedFromInfoToError() {
    #expect(Severity.allCases.sorted().map(\.name) == ["info", "warning", "error"])
    #expect(Severity.info < .warning && Severity.warning < .error)
  }

  @Test func locationsAreOrderedAsTheyStandInTheData() {
    let first = Location(line: 1, column: 90, byteOffsetInLine: 89, byteOffset: 89, pointer: "/z")
    let second = Location(line: 2, column: 1, byteOffsetInLine: 0, byteOffset: 91, pointer: "")
    #expect([second, first].sorted() == [first, second])
  }
}
