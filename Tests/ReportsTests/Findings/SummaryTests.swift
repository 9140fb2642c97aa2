import Diagnostics
import Reports
import Testing

@Suite struct SummaryTests {
  @Test func totalsAreOrderedBySeverityThenNumber() {
    let files = [
      Samples.file(
        "a.jsonl",
        counts: [
          Samples.count("TK104", 100, .info), Samples.count("TK201", 3), Samples.count("TK401", 11_000),
          Samples.count("TK701", 1, .info),
        ]),
      Samples.file(
        "b.jsonl", role: .validation, examples: 50, turns: 100, bytes: 600_000,
        counts: [
          Samples.count("TK202", 3), Samples.count("TK401", 1000, .warning),
          Samples.count("TK408", 0, .warning),
          Samples.count("TK701", 1, .warning),
        ]),
    ]
    let report = Samples.text(Samples.run(files, elapsedSeconds: 2))
    #expect(
      report.drop { $0 != "c" } == """
        checked 2 files: 1,240 training and 50 validation examples, 5,220 turns, 4.0 MB in 2.0 s (2.0 MB/s)
        limits: loosest of all tunable models, catalogue of 2026-11-22

        TK401  unknown-role       error    12,000
        TK201  invalid-json       error         3
        TK202  json-array-file    error         3
        TK701  few-examples       warning       2
        TK104  crlf-line-endings  info        100  not listed

        12,108 findings, the worst: error

        """)
  }

  @Test func validationAloneIsCalledSo() {
    let report = Samples.text(Samples.run([Samples.file(role: .validation, examples: 1, turns: 1, bytes: 1)]))
    #expect(report.hasPrefix("checked 1 file: 1 validation example, 1 turn, 1 byte in 20 ms (50 bytes/s)\n"))
  }

  @Test func speedIsLeftOutWhereNoTimePassed() {
    #expect(Samples.text(Samples.run([Samples.file()], elapsedSeconds: 0)).contains("3.4 MB in under 1 ms\n"))
  }

  /// The lines between the totals and the verdict, and the verdict.
  private func ending(_ files: FileReport...) -> [String] {
    Samples.text(Samples.run(files)).split(separator: "\n").drop { !$0.hasPrefix("limits: ") }
      .dropFirst()
      .filter { !$0.hasPrefix("TK") }.map(String.init)
  }

  @Test func ignoredRuleSaysHowManyExamplesItHides() {
    #expect(
      ending(Samples.file(examplesNotExamined: 3, counts: [Samples.count("TK201", 3, isHidden: true)])) == [
        "3 examples were not examined because of TK201 errors, which are not listed because TK201 is not selected",
        "no findings in what was examined",
      ])
  }

  @Test func ignoredFormatSaysHowManyLinesHaveIt() {
    #expect(
      ending(Samples.file(counts: [Samples.count("TK311", 2, isHidden: true)])) == [
        "2 examples were not examined because of TK311 errors, which are not listed because TK311 is not selected",
        "no findings in what was examined",
      ])
  }

  @Test func ignoredFindingsAreNeitherListedNorAmongTheTotals() {
    let file = Samples.file(
      examplesNotExamined: 3,
      counts: [Samples.count("TK201", 3, isHidden: true), Samples.count("TK408", 1, .warning)])
    let report = Samples.text(Samples.run([file]))
    #expect(!report.contains("invalid-json") && !report.contains("more of TK201"))
    #expect(report.hasSuffix("1 finding, the worst: warning\n"))
  }

  @Test func oneIgnoredFindingMayHideAllExamples() {
    #expect(
      ending(Samples.file(examplesNotExamined: 1240, counts: [Samples.count("TK202", 1, isHidden: true)]))
        .first
        == "1,240 examples were not examined because of TK202 errors, which are not listed because TK202 is not selected"
    )
  }

  @Test func hiddenAndShownCausesAreToldApart() {
    #expect(
      ending(
        Samples.file(
          examplesNotExamined: 5,
          counts: [Samples.count("TK201", 4), Samples.count("TK202", 1, isHidden: true)]),
        Samples.file(examplesNotExamined: 2, counts: [Samples.count("TK202", 1, isHidden: true)])) == [
          "4 examples were not examined because no JSON object could be read from their lines",
          "3 examples were not examined because of TK202 errors, which are not listed because TK202 is not selected",
          "4 findings, the worst: error",
        ])
  }

  @Test func ignoredFaultOfTheStreamHidesTheRestOfTheFile() {
    let file = Samples.file(examplesNotExamined: 1, counts: [Samples.count("TK002", 1, isHidden: true)])
    #expect(
      ending(file, file) == [
        "2 examples were not examined because no JSON object could be read from their lines",
        "2 files were not examined to the end because of TK002 errors, which are not listed because TK002 is not selected",
        "no findings in what was examined",
      ])
    #expect(
      ending(Samples.file(counts: [Samples.count("TK202", 1, isHidden: true)])).first
        == "1 file was not examined to the end because of TK202 errors, which are not listed because TK202 is not selected"
    )
  }

  @Test func ignoredLineThatIsTooLongIsAnExampleAndNotTheEndOfTheFile() {
    let tooLong = Samples.count("TK010", 2, isHidden: true)
    #expect(
      ending(Samples.file(examplesNotExamined: 2, counts: [tooLong])) == [
        "2 examples were not examined because of TK010 errors, which are not listed because TK010 is not selected",
        "no findings in what was examined",
      ])
    #expect(
      ending(Samples.file(examplesNotExamined: 5, counts: [tooLong, Samples.count("TK201", 3)])) == [
        "3 examples were not examined because no JSON object could be read from their lines",
        "2 examples were not examined because of TK010 errors, which are not listed because TK010 is not selected",
        "3 findings, the worst: error",
      ])
  }

  @Test(arguments: ["TK001", "TK007", "TK008"] as [RuleCode])
  func fileWithoutAnExampleHasNoEndThatWasNotExamined(_ code: RuleCode) {
    #expect(
      ending(Samples.file(examples: 0, counts: [Samples.count(code, 1, isHidden: true)])).first
        == "1 file was not examined because of \(code) errors, which are not listed because \(code) is not selected"
    )
  }

  @Test func unreadableExampleIsMentionedThoughItsFindingIsListed() {
    #expect(
      ending(Samples.file(examplesNotExamined: 1, counts: [Samples.count("TK201", 1)]))
        == [
          "1 example was not examined because no JSON object could be read from its line",
          "1 finding, the worst: error",
        ])
  }

  @Test func fileThatCouldNotBeReadIsNotInTheNumbers() {
    let unread = Samples.file("gone.jsonl", examples: 0, turns: 0, bytes: 0, failure: "no such file")
    #expect(
      Samples.text(Samples.run([unread, Samples.file()])) == """
        checked 1 file: 1,240 examples, 5,120 turns, 3.4 MB in 20 ms (170 MB/s)
        limits: loosest of all tunable models, catalogue of 2026-11-22
        no findings; 1 file could not be checked to the end

        """)
    #expect(Samples.text(Samples.run([unread])) == "")
    #expect(Samples.text(Samples.run([])) == "")
  }

  @Test func fileThatFailedHalfwayShowsWhatWasFound() {
    let report = Samples.text(
      Samples.run([Samples.file(findings: [Samples.findingOnFile()], failure: "input/output error")]))
    #expect(report.hasPrefix("data/train.jsonl: warning[TK701]"))
    #expect(report.hasSuffix("1 finding, the worst: warning; 1 file could not be checked to the end\n"))
    #expect(!report.contains("input/output error"))
  }
}
