import Diagnostics
import Reports
import Testing

@Suite struct TextReportTests {
  @Test func cleanRunIsFourLines() {
    #expect(
      Samples.text(Samples.run([Samples.file()])) == """
        checked 1 file: 1,240 examples, 5,120 turns, 3.4 MB in 20 ms (170 MB/s)
        limits: loosest of all tunable models, catalogue of 2026-11-22
        no findings

        """)
  }

  @Test func findingHasItsPlaceItsLineAndItsRemedy() {
    let finding = Samples.finding(
      in: #"arts":[{"text":"Hi"}]},{"role":↓"assistant"↑,"parts":[{"te"#, isCutBefore: true, isCutAfter: true)
    #expect(
      Samples.text(Samples.run([Samples.file(findings: [finding])], model: "gemini-2.5-flash")) == """
        data/train.jsonl:12:32: error[TK401] unknown-role: role 'assistant' is neither 'user' nor 'model'
           |
        12 | …arts":[{"text":"Hi"}]},{"role":"assistant","parts":[{"te…
           |                                 ^^^^^^^^^^^
           = at /contents/1/role, byte offset 31 in the line, 1031 in the data
           = help: write 'model' in place of 'assistant'

        checked 1 file: 1,240 examples, 5,120 turns, 3.4 MB in 20 ms (170 MB/s)
        limits: gemini-2.5-flash, catalogue of 2026-11-22

        TK401  unknown-role  error  1

        1 finding, the worst: error

        """)
  }

  @Test func excerptKeepsToTheTerminal() {
    let line = #"{"contents":[{"parts":[{"text":"世界"}]},{"role":↓"assistant"↑,"parts":[]}]}"#
    let run = Samples.run([Samples.file(findings: [Samples.finding(in: line)])])
    #expect(
      Samples.text(run, width: 40).contains(
        #"""
           |
        12 | …]},{"role":"assistant","parts":[]…
           |             ^^^^^^^^^^^
        """#))
    #expect(
      Samples.text(run, width: 80).contains(
        #"""
           |
        12 | {"contents":[{"parts":[{"text":"世界"}]},{"role":"assistant","parts":[]}]}
           |                                                  ^^^^^^^^^^^
        """#))
  }

  @Test func withoutATerminalAHundredColumnsAreFilled() {
    let line = String(repeating: "x", count: 300) + "↓y↑" + String(repeating: "z", count: 300)
    let run = Samples.run([Samples.file(findings: [Samples.finding(in: line)])])
    for (width, columns) in [(nil, 100), (200, 200), (40, 40)] {
      let lines = Samples.text(run, width: width).split(separator: "\n")
      #expect(lines[2].count == columns)
    }
  }

  @Test func findingOnTheWholeFileHasNoPlace() {
    let report = Samples.text(Samples.run([Samples.file(findings: [Samples.findingOnFile()])]))
    #expect(
      report.hasPrefix(
        """
        data/train.jsonl: warning[TK701] few-examples: 12 examples are few to learn from
          = help: add examples

        checked
        """))
  }

  @Test func findingOnTheLineItselfHasNoPointerAndMayHaveNoExcerpt() {
    let finding = Finding(
      code: "TK201", severity: .error, arguments: ["'}'", "the line's end"],
      location: Location(line: 1200, column: 7, byteOffsetInLine: 6, byteOffset: 99006, pointer: ""),
      excerpt: nil)
    let report = Samples.text(Samples.run([Samples.file(findings: [finding])]))
    #expect(
      report.hasPrefix(
        """
        data/train.jsonl:1200:7: error[TK201] invalid-json: expected '}', found the line's end
             = at byte offset 6 in the line, 99006 in the data
             = help: write valid JSON

        """))
  }

  @Test func coloursAreThoseOfTheSeverity() {
    let finding = Samples.finding(
      .init(stringLiteral: "TK408"), .warning, arguments: [], line: 3, in: "a↓bc↑")
    let run = Samples.run([Samples.file(findings: [finding])])
    let expected = """
      <1>data/train.jsonl:3:2:<0> <1;33>warning[TK408]<0> empty-text: the text is empty
        <2>|<0>
      <2>3<0> <2>|<0> abc
        <2>|<0>  <1;33>^^<0>
        <2>=<0> at /contents/1/role, byte offset 1 in the line, 1001 in the data
        <2>=<0> <36>help:<0> fill the text in or take the part out

      checked 1 file: 1,240 examples, 5,120 turns, 3.4 MB in 20 ms (170 MB/s)
      limits: loosest of all tunable models, catalogue of 2026-11-22

      TK408  empty-text  <33>warning<0>  1

      <1>1 finding<0>, the worst: <33>warning<0>

      """
    #expect(Samples.text(run, isColored: true) == expected.withEscapeSequences)
    #expect(Samples.text(run) == expected.withoutEscapeSequences)
  }

  @Test(arguments: [(Severity.error, "31"), (.warning, "33"), (.info, "36")])
  func everySeverityHasAColour(severity: Severity, ink: String) {
    let run = Samples.run([Samples.file(findings: [Samples.findingOnFile("TK701", severity)])])
    let report = Samples.text(run, isColored: true, shownInfoRules: ["TK701"])
    #expect(report.contains("\u{1B}[1;\(ink)m\(severity.name)[TK701]\u{1B}[0m"))
  }

  @Test func cleanRunIsBold() {
    #expect(
      Samples.text(Samples.run([Samples.file()]), isColored: true).hasSuffix(
        "\u{1B}[1mno findings\u{1B}[0m\n"))
  }

  /// A path, an argument, a pointer and a line that try to colour the terminal, clear it and turn the text.
  @Test func hostileDataCannotReachTheTerminal() {
    let hostile = "\u{1B}[2J\u{9B}1m\r\n\u{7}\u{202E}x\u{2028}\u{0}"
    let finding = Samples.finding(arguments: [hostile], pointer: "/\(hostile)", in: "↓\(hostile)")
    let file = Samples.file(hostile, findings: [finding], counts: [Samples.count("TK401", 9)])
    let report = Samples.text(Samples.run([file], model: hostile))
    let control = report.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
    #expect(control.isEmpty)
    #expect(!report.contains("\u{202E}") && !report.contains("\u{2028}"))
    let visible = "␛[2J<U+009B>1m␍␊␇<U+202E>x<U+2028>␀"
    #expect(report.contains("\(visible):12:1: error[TK401] unknown-role: role '\(visible)' is"))
    #expect(report.contains("12 | \(visible)\n   | ^\n   = at /\(visible), byte"))
    #expect(report.contains("= help: write 'model' in place of '\(visible)'\n"))
    #expect(report.contains("… and 8 more of TK401 in \(visible) (9 in all)\n"))
    #expect(report.contains("limits: \(visible), catalogue"))
  }

  @Test func argumentThatLooksLikeAPlaceholderStays() {
    let finding = Samples.finding("TK201", arguments: ["{1}", "{0}"], in: "↓x")
    let report = Samples.text(Samples.run([Samples.file(findings: [finding])]))
    #expect(report.contains("invalid-json: expected {1}, found {0}\n"))
  }

  @Test func findingsThatWereNotKeptAreCounted() {
    let findings = [
      Samples.findingOnFile(), Samples.finding(in: "↓x"),
      Samples.finding("TK201", arguments: ["a", "b"], in: "↓y"),
    ]
    let file = Samples.file(
      findings: findings,
      counts: [
        Samples.count("TK201", 1), Samples.count("TK401", 12000), Samples.count("TK408", 2, .warning),
        Samples.count("TK701", 1, .warning),
      ])
    let lines = Samples.text(Samples.run([file])).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.filter { $0.hasPrefix("…") } == [
        "… and 11,999 more of TK401 in data/train.jsonl (12,000 in all)",
        "… and 2 more of TK408 in data/train.jsonl (2 in all)",
      ])
    #expect(lines.drop { !$0.hasPrefix("…") }.dropFirst(2).prefix(2).map(\.isEmpty) == [true, false])
  }

  @Test func infoIsCountedUnlessSelected() {
    let few = Samples.findingOnFile("TK701", .info)
    let lines = Samples.findingOnFile("TK104", .info, arguments: [])
    let run = Samples.run([
      Samples.file(
        findings: [few, lines], counts: [Samples.count("TK104", 5, .info), Samples.count("TK701", 1, .info)])
    ])
    let summary = """
      checked 1 file: 1,240 examples, 5,120 turns, 3.4 MB in 20 ms (170 MB/s)
      limits: loosest of all tunable models, catalogue of 2026-11-22

      TK104  crlf-line-endings  info  5  not listed
      TK701  few-examples       info  1  not listed

      no errors, no warnings, 6 remarks

      """
    #expect(Samples.text(run) == summary)
    let selected = Samples.text(run, shownInfoRules: ["TK104"])
    #expect(
      selected.hasPrefix(
        """
        data/train.jsonl: info[TK104] crlf-line-endings: the lines end in CR LF
          = help: write LF

        … and 4 more of TK104 in data/train.jsonl (5 in all)

        checked
        """))
    #expect(
      selected.contains("TK104  crlf-line-endings  info  5\nTK701  few-examples       info  1  not listed\n"))
  }

  @Test func findingsOfFilesFollowEachOther() {
    let run = Samples.run([
      Samples.file("a.jsonl", findings: [Samples.findingOnFile()]),
      Samples.file("b.jsonl", findings: [Samples.findingOnFile()]),
    ])
    let places = Samples.text(run).split(separator: "\n").filter { $0.contains("warning[") }.map {
      $0.prefix(8)
    }
    #expect(places == ["a.jsonl:", "b.jsonl:"])
  }
}

extension String {
  /// `<1;33>` becomes the escape sequence `ESC[1;33m`.
  fileprivate var withEscapeSequences: String {
    replacing(#/<([0-9;]+)>/#) { "\u{1B}[\($0.output.1)m" }
  }

  fileprivate var withoutEscapeSequences: String { replacing(#/<[0-9;]+>/#, with: "") }
}
