import Foundation
import TestSupport
import Testing

/// Reports in all forms, judged by the programs that read them, and where they are written.
@Suite("Reports")
struct ReportTests {
  /// File names that one form or another could take for something else.
  private static let names = [
    "with space.jsonl", "line\nbreak.jsonl", "\u{1B}[31mred\u{1B}[0m.jsonl", "quote's \"q\".jsonl",
    "-dash.jsonl",
    "\u{202E}back.jsonl", "a%0A::b,c=d.jsonl", "<script>]]>.jsonl", "pipe|`x`.jsonl", "übung 日本.jsonl",
  ]

  /// Text in the data that one form or another could take for something else.
  private static let hostile =
    "\u{1B}[31m</script>]]>%0A::error::\u{202E}back](1) `x` |a| <b> \u{2028}\n##[error] @all &amp; \\"

  /// Lines with a hostile role, name and text.
  private static func hostileLines() throws -> String {
    let role = String(decoding: try JSONEncoder().encode(hostile), as: UTF8.self)
    return (0..<5).map { index in
      #"{"contents": [{"role": \#(role), \#(role): 1, "parts": [{"text": "\#(index)?"}]}, {"role": "model", "parts": [{"text": "\#(index)"}]}]}"#
        + "\n"
    }.joined()
  }

  private static let forms = [
    "text", "concise", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "agent", "html",
  ]

  @Test(
    "Each form is what its readers take",
    .enabled(if: Tool.hasPython("jsonschema, lxml, pydantic_sarif, sarif"), "needs Python with judges"),
    arguments: [
      "faults/*.jsonl faults/*.gz", "--select ALL support-train.jsonl", "--max-findings 1 faults/*.jsonl",
      "--max-findings 0 --fail-on warning ./faults/shape.jsonl \"$PWD\"/faults/tools.jsonl",
      "missing.jsonl faults/syntax.jsonl --validation gone.jsonl", "names",
    ])
  func judged(arguments: String) throws {
    let scratch = try Scratch()
    var arguments = arguments
    if arguments == "names" {
      for name in Self.names { try scratch.write(try Self.hostileLines(), as: name) }
      arguments = "--select ALL -- [!-]*.jsonl -dash.jsonl"
    }
    let outputs = Self.forms.map { "--output \($0)=out/\($0)" }.joined(separator: " ")
    let run = try scratch.run("mkdir out; tunekit validate -q \(outputs) \(arguments)")
    #expect(run.status < 2 || arguments.contains("missing.jsonl") && run.errors.contains("missing.jsonl"))
    let judge = #filePath.replacing("ReportTests.swift", with: "ReportJudge.py")
    let neighbours = URL(fileURLWithPath: Project.root).deletingLastPathComponent().path
    let verdict = try scratch.run("python3 '\(judge)' out '\(neighbours)' 2>&1")
    #expect(verdict.status == 0, "\(verdict.text)")
    #expect(verdict.text.hasSuffix("good\n"))
  }

  @Test("A report to a file is the report to standard output", arguments: forms)
  func sameBytes(form: String) throws {
    let scratch = try Scratch()
    let run = try scratch.run(
      "tunekit validate --format \(form) faults/shape.jsonl > a; tunekit validate -q faults/shape.jsonl --output \(form)=b"
    )
    #expect(run.status == 1)
    let reports = try ["a", "b"].map { Output(status: 0, text: try scratch.read($0), errors: "").normalized }
    #expect(reports[0] == reports[1])
    #expect(!reports[0].text.isEmpty)
  }

  @Test("A link stays, a device is written to, and nothing is left behind")
  func whereReportsGo() throws {
    let scratch = try Scratch()
    let run = try scratch.run(
      """
      mkdir out; ln -s out/real link; echo old > out/real
      tunekit validate support-train.jsonl -q --output concise=/dev/null --output json=/dev/stdout --output jsonl=link | cat
      test -L link && test ! -s out/real && test -c /dev/null && ls -A out
      """)
    #expect(run.status == 0)
    #expect(run.text.hasSuffix("}\nreal\n"))
  }

  @Test(
    "A reader of standard output that has gone is no trouble, whatever its name",
    arguments: ["/dev/stdout", "/proc/self/fd/1", "/dev/fd/1", "link"])
  func standardOutputByName(path: String) throws {
    let scratch = try Scratch()
    let run = try scratch.run(
      """
      ln -s /proc/self/fd/1 link; yes '{"contents":7}' | head -n 20000 > many.jsonl
      tunekit validate -q --statistics faults/empty.jsonl --output json=\(path) | grep -c schemaVersion
      tunekit validate -q --max-findings 0 many.jsonl --output json=\(path) | head -n 1 > first; s=${PIPESTATUS[0]}
      ls -A | grep -c tmp; exit $s
      """)
    #expect(run == Output(status: 1, text: "1\n0\n", errors: ""))
  }

  @Test("Who may read a file may read what replaces it, and nobody else")
  func permissions() throws {
    let run = try Scratch().run(
      """
      umask 022; touch secret open .tunekit-baseline.json; chmod 600 secret .tunekit-baseline.json; chmod 664 open
      echo '{"version": 1, "findings": []}' > .tunekit-baseline.json
      tunekit validate -q faults/shape.jsonl --no-baseline --output json=secret --output json=open --output json=new > /dev/null
      tunekit validate -q faults/shape.jsonl --write-baseline > /dev/null
      stat -c '%a %n' secret open new; stat -c %a .tunekit-baseline.json; find secret open new -size 0
      """)
    #expect(run.text == "600 secret\n664 open\n644 new\n600\n")
  }

  @Test("Ctrl-C while a report is written leaves nothing behind and ends the program")
  func interrupted() throws {
    let run = try Scratch().run(
      """
      yes '{"contents":7}' | head -n 100000 > many.jsonl; echo old > report
      env --default-signal tunekit validate -q --statistics --max-findings 0 many.jsonl --output json=report > /dev/null &
      program=$!
      for i in $(seq 2000); do if ls .tunekit-*.tmp > /dev/null 2>&1; then break; fi; sleep 0.01; done
      ls -A | grep -c tmp; kill -TERM $program; wait $program; s=$?; ls -A | grep -c tmp; cat report; exit $s
      """)
    #expect(run.text == "1\n0\nold\n")
    #expect(run.status == 128 + 15)
  }

  @Test("A file that cannot be written is trouble, and the others are written")
  func troubles() throws {
    let scratch = try Scratch()
    try scratch.write("old", as: "old.json")
    let run = try scratch.run(
      """
      ulimit -f 1; tunekit validate faults/conversation.jsonl --format concise --output json=old.json --output agent=/dev/full \
      --output jsonl=small --select TK405 > text; s=$?; ls -A | grep -c tmp; cat old.json; exit $s
      """)
    #expect(run.status == 2)
    #expect(run.text == "0\nold")
    #expect(run.errorLines.count == 2)
    #expect(try scratch.read("small").split(separator: "\n").count > 0)
    #expect(try scratch.read("text").split(separator: "\n").count > 0)
  }

  @Test("A mistake that is repeated is shown once, with the same numbers for every number of threads")
  func rootCauses() throws {
    let scratch = try Scratch()
    let text = String(repeating: "x", count: 900)
    let lines = (0..<4000).map { index in
      let role = index % 3 == 0 ? "bot" : "assistant"
      return
        #"{"contents": [{"role": "user", "parts": [{"text": "\#(index)\#(text)"}]}, {"role": "\#(role)", "parts": [{"text": "\#(index)"}]}]}"#
        + "\n"
    }
    try scratch.write(lines.joined(), as: "many.jsonl")
    let reports = try [1, 2, 5].map {
      try scratch.run("tunekit validate --format agent --jobs \($0) many.jsonl")
    }
    #expect(Set(reports.map(\.text)).count == 1)
    let lines1 = reports[0].text.split(separator: "\n")
    #expect(lines1.count == 3)
    #expect(lines1[0].contains("found: 1,334 times in 1,334 lines (33.4 %): 1:968, 4:968, 7:968, … |"))
    #expect(lines1[1].contains("found: 2,666 times in 2,666 lines (66.7 %): 2:968, 3:968, 5:968, … |"))
    let all = try scratch.run("tunekit validate --format agent --max-findings 0 many.jsonl")
    #expect(all.text.split(separator: "\n").count == 4001)
  }

  @Test("Equal lines, alone or between others, are counted exactly")
  func equalLines() throws {
    let scratch = try Scratch()
    func line(_ roles: String...) -> String {
      let turns = roles.map { #"{"role": "\#($0)", "parts": [{"text": "x"}]}"# }.joined(separator: ",")
      return #"{"contents": [{"role": "user", "parts": [{"text": "?"}]}, \#(turns)]}"# + "\n"
    }
    let block = line("bot") + line("bot") + line("bot", "robot") + line("bot") + line("robot") + line("robot")
    try scratch.write(String(repeating: block, count: 10), as: "many.jsonl")
    let run = try scratch.run("tunekit validate --format agent --select TK401 many.jsonl")
    let lines = run.text.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].contains("'bot'") && lines[0].contains("found: 40 times in 40 lines (66.7 %)"))
    #expect(lines[1].contains("'robot'") && lines[1].contains("found: 30 times in 30 lines (50.0 %)"))
  }

  @Test("What is left out of a SARIF log is said in it")
  func limits() throws {
    let scratch = try Scratch()
    let turn = #"{"role": "bot", "parts": [{"text": "x"}]}"#
    let line = #"{"contents": [\#(Array(repeating: turn, count: 500).joined(separator: ","))]}"# + "\n"
    try scratch.write(String(repeating: line, count: 60), as: "many.jsonl")
    let run = try scratch.run(
      "tunekit validate --format sarif --max-findings 0 --select TK401,TK701 many.jsonl")
    let log = try #require(
      JSONSerialization.jsonObject(with: Data(run.text.utf8)) as? [String: Any])
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect((runs[0]["results"] as? [Any])?.count == 25_000)
    #expect(run.text.contains("30,001 findings were kept; the results are 25,000 of them, the worst first"))
  }

  @Test(
    "The page works in a browser: it loads nothing, logs nothing, keeps nobody out, and shows what is asked for",
    .enabled(if: Tool.has("chromium"), "needs chromium"))
  func page() throws {
    let scratch = try Scratch()
    let judge = #filePath.replacing("ReportTests.swift", with: "PageJudge.py")
    let run = try scratch.run(
      """
      # Of a file that is no dataset, stats counts the lines.
      rm faults/json-array.jsonl faults/pretty-printed.jsonl
      data="faults/*.jsonl --validation support-validation.jsonl.gz"
      tunekit validate -q --max-findings 0 $data --output html=page.html > /dev/null
      tunekit stats $data --format json > stats.json
      python3 '\(judge)' page.html stats.json 2>&1
      """)
    #expect(run.status == 0, "\(run.text)")
  }

  @Test(
    "Very many findings can be searched and sorted while one types",
    .enabled(if: Tool.has("chromium"), "needs chromium"))
  func largePage() throws {
    let judge = #filePath.replacing("ReportTests.swift", with: "LargePageJudge.py")
    let run = try Scratch().run(
      """
      tunekit validate -q --max-findings 0 faults/*.jsonl --output html=page.html > /dev/null
      python3 '\(judge)' page.html 100000 2>&1
      """)
    #expect(run.status == 0, "\(run.text)")
  }
}
