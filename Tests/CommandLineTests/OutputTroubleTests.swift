import Foundation
import TestSupport
import Testing

/// Output that cannot be written, in every command.
@Suite("Output that cannot be written")
struct OutputTroubleTests {
  static let commands = [
    "tunekit validate support-train.jsonl", "tunekit validate --format json faults/syntax.jsonl",
    "tunekit explain TK401", "tunekit rules", "tunekit rules --format json", "tunekit models",
    "tunekit models --format json", "tunekit --version", "tunekit --help", "tunekit help validate",
  ]

  @Test(
    "A full disk is told in one line", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: commands)
  func fullDisk(command: String) throws {
    let output = try Scratch().run("\(command) > /dev/full")
    expectManners(of: output)
    #expect(output.status == 2)
  }

  @Test("A closed output is told in one line", arguments: commands)
  func closedOutput(command: String) throws {
    let output = try Scratch().run("\(command) >&-")
    expectManners(of: output)
    #expect(output.status == 2)
  }

  @Test("A reader that has gone is no trouble", arguments: commands)
  func closedPipe(command: String) throws {
    let output = try Scratch().run(
      "\(command) > expected; expected=$?; \(command) | sleep 0; [ ${PIPESTATUS[0]} = $expected ]")
    #expect(output.status == 0)
    #expect(output.errors.isEmpty)
  }

  @Test("A reader that goes early gets what it wanted, and the status is that of the findings")
  func earlyReader() throws {
    let output = try Scratch().run(
      """
      yes '{"contents":7}' | head -n 20000 > many.jsonl
      tunekit validate --max-findings 0 many.jsonl | head -n 1
      exit ${PIPESTATUS[0]}
      """)
    #expect(output.status == 1)
    #expect(output.errors.isEmpty)
    #expect(output.text.hasPrefix("many.jsonl:"))
    #expect(output.text.count { $0 == "\n" } == 1)
  }

  @Test("A slow reader of a non-blocking pipe gets everything once", .enabled(if: Tool.has("python3")))
  func nonBlockingPipe() throws {
    let scratch = try Scratch()
    let output = try scratch.run(
      """
      yes '{"contents":7}' | head -n 3000 > many.jsonl
      tunekit validate --max-findings 0 many.jsonl > expected
      python3 \(Project.commandLineTests)/SlowReader.py tunekit validate --max-findings 0 many.jsonl
      """)
    #expect(output.status == 1)
    #expect(output.errors.isEmpty)
    #expect(output.text.utf8.count > 1 << 18)
    let expected = Output(status: 1, text: try scratch.read("expected"), errors: "")
    #expect(output.normalized == expected.normalized)
  }

  @Test("A closed standard error changes nothing")
  func closedErrors() throws {
    let output = try Scratch().run("tunekit validate missing.jsonl faults/empty.jsonl 2>&- | grep -c TK001")
    #expect(output == Output(status: 2, text: "2\n", errors: ""))
  }
}
