import Diagnostics
import TestSupport
import Testing
import TuningDatasets

/// Google's own parsers must come to the same verdict on odd lines, where the table does not say why not.
@Suite("odd lines, judged by Google's types")
struct OddLinesTests {
  @Test(
    "every verdict is theirs, or has a reason", .enabled(if: LineVerdict.hasJudges, "needs Google's packages")
  )
  func verdicts() throws {
    let lines = try OddLine.all()
    #expect(lines.count >= 450)
    #expect(Set(lines.map(\.title)).count == lines.count && Set(lines.map(\.text)).count == lines.count)
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(lines.map { $0.text + "\n" }.joined().utf8), as: "lines.jsonl")
    let theirs = try LineVerdict.all(on: path)
    try #require(theirs.count == lines.count)
    let ours = try LineVerdict.ourFindings(in: path, lines: lines.count)
    for (line, (their, our)) in zip(lines, zip(theirs, ours)) {
      let severity = our.map(\.severity).max() ?? .info
      // What only one of them refuses may be refused by the service.
      let agrees =
        their.isAcceptedByBoth
        ? severity < .error : their.isRefusedByBoth ? severity == .error : severity >= .warning
      #expect(
        agrees == (line.difference == nil),
        "\(line.title): \(their), \(our.map(\.code.description)) \(severity)")
    }
    for family in [3, 5, 6] {
      #expect(ours.count { $0.contains { $0.code.family == family } } > 30, "family \(family)")
    }
  }
}
