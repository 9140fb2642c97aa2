import Foundation
import TestSupport
import Testing

/// Reports of all findings, which are too many for memory.
@Suite("Very many findings")
struct ManyFindingsTests {
  /// Lines with findings of several rules, blank lines, and one line with very many findings that are not found in order.
  private static let input = """
    line='{"contents":[{"role":"assistant","parts":[{"text":" "},{"txt":1}]},{"role":1,"parts":[{"text":""}]}]}'
    {
      yes "$line" | head -n 20000
      printf '\\n%.0s' {1..3000}
      printf '{"contents":['
      yes '{"role":"user","parts":[{"text":" "},{"text":3}]},7,' | head -n 20000 | tr -d '\\n'
      printf '{"role":"model","parts":[{"text":"Yes"}]}]}\\n'
      yes "[]" | head -n 20000
      printf '\\n\\n'
    } > many.jsonl
    """

  @Test(
    "A report of all findings begins as one of a few, rule by rule, and is the same on any number of threads")
  func allFindings() throws {
    let scratch = try Scratch()
    let output = try scratch.run(
      """
      \(Self.input)
      tunekit validate --jobs 1 --max-findings 0 --format json many.jsonl > all.json
      tunekit validate --jobs 1 --max-findings 50 --format json many.jsonl > few.json
      for jobs in 2 3; do
        tunekit validate --jobs $jobs --max-findings 0 --format json many.jsonl > other.json
        cmp <(grep -v elapsedSeconds all.json) <(grep -v elapsedSeconds other.json)
      done
      tunekit validate --jobs 1 --max-findings 0 many.jsonl | grep -v ^checked > all.txt
      tunekit validate --jobs 3 --max-findings 0 many.jsonl | grep -v ^checked | cmp - all.txt
      """)
    expectManners(of: output)
    #expect(output.text.isEmpty)
    let all = try findings(try scratch.bytes("all.json"))
    let few = try findings(try scratch.bytes("few.json"))
    #expect(all.count > 150_000)
    #expect(Set(few.map(\.code)) == Set(all.map(\.code)))
    for code in Set(all.map(\.code)) {
      #expect(few.filter { $0.code == code } == Array(all.filter { $0.code == code }.prefix(50)))
    }
    let isInOrder = zip(all, all.dropFirst()).allSatisfy {
      ($0.byteOffset, $0.code) <= ($1.byteOffset, $1.code)
    }
    #expect(isInOrder)
    let text = try scratch.read("all.txt")
    #expect(text.components(separatedBy: "\nmany.jsonl:").count == all.count)
  }

  private struct Report: Decodable {
    struct File: Decodable { let findings: [Found] }
    let files: [File]
  }

  private struct Found: Decodable, Equatable {
    let code: String
    let message: String
    let remedy: String
    let line: Int
    let column: Int
    let byteOffset: Int
    let pointer: String
    let fingerprint: String
  }

  private func findings(_ report: [UInt8]) throws -> [Found] {
    try JSONDecoder().decode(Report.self, from: Data(report)).files[0].findings
  }

  @Test("A folder for temporary files that is full or missing is told in one line")
  func noRoom() throws {
    let output = try Scratch().run(
      """
      \(Self.input)
      ulimit -f 2000
      tunekit validate --jobs 2 --max-findings 0 many.jsonl > /dev/null
      echo $?
      TMPDIR=$PWD/missing tunekit validate --jobs 1 --max-findings 0 --format json many.jsonl > /dev/null
      echo $?
      TMPDIR=$PWD/missing tunekit validate many.jsonl > /dev/null
      echo $?
      """)
    #expect(output.text == "2\n2\n1\n")
    let lines = output.errors.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains("(File too large): free some space, set TMPDIR") == true)
    #expect(lines.last?.contains("missing (No such file or directory)") == true)
  }
}
