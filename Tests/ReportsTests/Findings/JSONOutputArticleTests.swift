import Diagnostics
import Foundation
import Reports
import Testing
import TestSupport

@Suite struct JSONOutputArticleTests {
  private static let article = ProjectFolder.url
    .appendingPathComponent("Sources/Reports/Reports.docc/JSONOutput.md")

  /// The article's object is one that is written, byte for byte.
  @Test func articleShowsWhatIsWritten() throws {
    let rule = RuleDescription(
      "TK401", "unknown-role", severity: .error, since: "0.1.0",
      message: "role '{0}' is neither 'user' nor 'model', so the service cannot tell who speaks", summary: "",
      rationale: "",
      remedy: "change the role to 'model'",
      source: Source("", asOf: "2026-08-22", confidence: .documented), examples: [])
    let finding = Finding(
      code: "TK401", severity: .error, arguments: ["assistant"],
      location: Location(
        line: 12, column: 34, byteOffsetInLine: 61, byteOffset: 1043, pointer: "/contents/1/role"),
      length: 11,
      edits: [Edit(range: 1043..<1054, replacement: Array(#""model""#.utf8), isSafe: false)])
    let file = Samples.file(
      examples: 12_400, turns: 49_600, bytes: 23_100_000, findings: [finding],
      counts: [Samples.count("TK401", 12_000)])
    var written = ""
    JSONReport(rules: RuleBook([rule])).write(Samples.run([file], elapsedSeconds: 0.021_374), to: &written)

    let text = try String(contentsOf: Self.article, encoding: .utf8)
    let block = try #require(text.firstRange(of: "```json\n"))
    let shown = text[block.upperBound...].components(separatedBy: "```")[0]
    #expect(shown == written)
  }
}
