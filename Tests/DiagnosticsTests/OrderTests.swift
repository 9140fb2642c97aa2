import Diagnostics
import Testing

@Suite struct OrderTests {
  @Test func severitiesAreOrderedFromInfoToError() {
    #expect(Severity.allCases.sorted().map(\.name) == ["info", "warning", "error"])
    #expect(Severity.info < .warning && Severity.warning < .error)
  }
}
