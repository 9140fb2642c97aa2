import Testing
import TuningJobs

struct NameFaultTests {
  @Test func isEqualByItsPieces() {
    #expect(
      NameFault(piece: "project", problem: "is empty", range: 9..<9)
        == NameFault(piece: "project", problem: "is empty", range: 9..<9))
  }
}
