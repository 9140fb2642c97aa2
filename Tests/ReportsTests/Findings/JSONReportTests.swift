import Diagnostics
import Reports
import Testing
import TestSupport

@Suite struct JSONReportTests {
  private func json(_ report: RunReport) -> String {
    var text = ""
    JSONReport(rules: SampleRules.book).write(report, to: &text)
    return text
  }

  @Test func objectIsAsDocumented() {
    let first = RelatedPlace(
      location: Location(line: 2, column: 7, byteOffsetInLine: 6, byteOffset: 300, pointer: "/contents"),
      message: "the first one")
    let finding = Samples.finding(in: #"{"role":↓"assistant"↑}"#).with(related: [first])
    let files = [
      Samples.file(
        examplesNotExamined: 3, findings: [Samples.findingOnFile(), finding],
        counts: [
          Samples.count("TK701", 1, .warning), Samples.count("TK401", 12_000),
          Samples.count("TK201", 3, isHidden: true),
        ]),
      Samples.file("-", role: .validation, examples: 0, turns: 0, bytes: 0, failure: "no such file"),
    ]
    #expect(
      json(Samples.run(files, model: "gemini-2.5-flash", elapsedSeconds: 0.021_374_4)) == """
        {
          "schemaVersion": 1,
          "tool": {
            "name": "tunekit",
            "version": "0.1.0"
          },
          "catalog": {
            "asOf": "2026-11-22",
            "model": "gemini-2.5-flash"
          },
          "tokenizer": null,
          "settings": [],
          "files": [
            {
              "path": "data/train.jsonl",
              "role": "training",
              "examples": 1240,
              "turns": 5120,
              "bytes": 3400000,
              "examplesNotExamined": 3,
              "failure": null,
              "findings": [
                {
                  "code": "TK701",
                  "name": "few-examples",
                  "severity": "warning",
                  "message": "12 examples are few to learn from",
                  "remedy": "add examples",
                  "line": null,
                  "column": null,
                  "byteOffsetInLine": null,
                  "byteOffset": null,
                  "pointer": null,
                  "length": null,
                  "fingerprint": "9cb3ce1fe1b1af67",
                  "fix": null,
                  "related": []
                },
                {
                  "code": "TK401",
                  "name": "unknown-role",
                  "severity": "error",
                  "message": "role 'assistant' is neither 'user' nor 'model'",
                  "remedy": "write 'model' in place of 'assistant'",
                  "line": 12,
                  "column": 9,
                  "byteOffsetInLine": 8,
                  "byteOffset": 1008,
                  "pointer": "/contents/1/role",
                  "length": 11,
                  "fingerprint": "64ebab06dc785a81",
                  "fix": null,
                  "related": [
                    {
                      "path": null,
                      "line": 2,
                      "column": 7,
                      "byteOffset": 300,
                      "pointer": "/contents",
                      "message": "the first one"
                    }
                  ]
                }
              ],
              "counts": {
                "TK201": 3,
                "TK401": 12000,
                "TK701": 1
              },
              "truncated": true,
              "inBaseline": 0,
              "fixed": {}
            },
            {
              "path": "-",
              "role": "validation",
              "examples": 0,
              "turns": 0,
              "bytes": 0,
              "examplesNotExamined": 0,
              "failure": "no such file",
              "findings": [],
              "counts": {},
              "truncated": false,
              "inBaseline": 0,
              "fixed": {}
            }
          ],
          "since": null,
          "baseline": null,
          "elapsedSeconds": 0.021374
        }

        """)
  }

  @Test func runWithoutModelOrFilesIsComplete() {
    #expect(
      json(Samples.run([])).contains(
        "\"model\": null\n  },\n  \"tokenizer\": null,\n  \"settings\": [],\n  \"files\": [],\n"))
  }

  @Test func findingsAreWrittenInPieces() {
    struct Pieces: VisibleOutput {
      var lengths: [Int] = []
      mutating func write(_ text: VisibleText) { lengths.append(text.description.utf8.count) }
    }
    let findings = Array(repeating: Samples.finding(in: "↓x"), count: 1000)
    var pieces = Pieces()
    JSONReport(rules: SampleRules.book).write(Samples.run([Samples.file(findings: findings)]), to: &pieces)
    #expect(pieces.lengths.count > 10)
    #expect(pieces.lengths.allSatisfy { $0 < 1 << 16 })
  }

  @Test(.enabled(if: Tool.hasPython("json"), "needs Python"))
  func pythonReadsWhateverTheDataHold() throws {
    let hostile =
      String(String.UnicodeScalarView((0...0x2FFF).compactMap(Unicode.Scalar.init))) + "🎉\u{E0041}\u{10FFFF}"
    let finding = Samples.finding(arguments: [hostile], pointer: hostile, in: "↓x")
    let program = """
      import json, sys
      run = json.loads(sys.stdin.buffer.read().decode('utf-8', 'strict'))
      file = run['files'][0]
      finding = file['findings'][0]
      hostile = ''.join(map(chr, range(0x3000))) + '\\U0001F389\\U000E0041\\U0010FFFF'
      assert file['path'] == hostile and finding['pointer'] == hostile
      assert finding['message'] == "role '" + hostile + "' is neither 'user' nor 'model'"
      print(run['schemaVersion'], finding['line'], file['counts'], run['elapsedSeconds'])
      """
    let text = json(Samples.run([Samples.file(hostile, findings: [finding])], elapsedSeconds: 0.000_012_3))
    #expect(try Tool.output(of: ["python3", "-c", program], input: text) == "1 12 {'TK401': 1} 1.2e-05\n")
  }
}
