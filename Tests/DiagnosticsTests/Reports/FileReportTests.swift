import Diagnostics
import Testing

@Suite struct FileReportTests {
  private func report(kept: Int, counts: [(findings: Int, isHidden: Bool)]) -> FileReport {
    let finding = Finding(code: "TK401", severity: .error, arguments: [])
    return FileReport(
      path: "-", role: .training, examples: 0, turns: 0, bytes: 0, examplesNotExamined: 0,
      findings: Array(repeating: finding, count: kept),
      counts: counts.map {
        FileReport.Count(code: "TK401", severity: .error, findings: $0.findings, isHidden: $0.isHidden)
      },
      failure: nil)
  }

  @Test func isTruncatedWhereMoreWasCountedThanKept() {
    #expect(!report(kept: 0, counts: []).isTruncated)
    #expect(!report(kept: 3, counts: [(1, false), (2, false)]).isTruncated)
    #expect(report(kept: 3, counts: [(2, false), (2, false)]).isTruncated)
  }

  @Test func hiddenFindingsAreNotMissed() {
    #expect(!report(kept: 1, counts: [(1, false), (5, true)]).isTruncated)
    #expect(report(kept: 1, counts: [(2, false), (5, true)]).isTruncated)
  }

  @Test func filteringKeepsWhatIsNotAboutFindings() {
    var report = report(kept: 2, counts: [(2, false)])
    report.fixed = ["TK103": 3]
    let (rest, leftOut) = report.filtered(keeping: 0) { _ in 1 }
    #expect(rest.fixed == ["TK103": 3])
    #expect(rest.findings.isEmpty)
    #expect(leftOut == 2)
  }
}
