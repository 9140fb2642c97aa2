import Foundation
import TestSupport
import Testing

/// Limits that a shell, a container or a service manager sets: what runs into one ends in words.
@Suite("Limits of the system", .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/limits")))
struct SystemLimitsTests {
  /// A part of a script that runs commands with a limit and shows on standard error, which is a file itself, what they say.
  private func script(_ limit: String, _ command: String) -> String {
    """
    said=$( { ulimit \(limit); \(command); } 2>&1 > /dev/null ); status=$?
    printf '%s\\n' "$said" >&2
    ls -A | grep -F .tunekit
    exit $status
    """
  }

  @Test("A receipt over the limit of a file's size is not written, and nothing is left behind")
  func fileSizeOfReceipt() throws {
    let scratch = try Scratch()
    let plan = "tunekit plan --today 2026-11-22 --receipt receipt.json Jobs/continuous.json"
    #expect(try scratch.run("\(plan) > /dev/null").status == 0)
    let earlier = try scratch.read("receipt.json")
    let output = try scratch.run(script("-f 1", plan))
    expectManners(of: output)
    #expect(output.status == 2)
    #expect(output.errors.contains("receipt.json cannot be written (File too large)"))
    #expect(output.text.isEmpty, "no temporary file")
    #expect(try scratch.read("receipt.json") == earlier)
  }

  @Test("A job file over the limit of a file's size is not begun")
  func fileSizeOfJobFile() throws {
    let scratch = try Scratch()
    let output = try scratch.run(script("-f 0", "tunekit init new.json"))
    expectManners(of: output)
    #expect(output.status == 2)
    #expect(output.text.isEmpty, "no temporary file")
    #expect(try scratch.run("ls new.json").status != 0)
  }

  @Test("Output over the limit of a file's size is told in one line", arguments: OutputTroubleTests.commands)
  func fileSizeOfOutput(command: String) throws {
    let output = try Scratch().run(script("-f 0", "\(command) > output"))
    expectManners(of: output)
    #expect(output.status == 2)
    #expect(output.errors.contains("the output cannot be written (File too large)"))
  }

  @Test("A line that memory does not suffice for is told in one line")
  func memoryForLine() throws {
    let output = try Scratch().run(
      """
      head -c 200000000 /dev/zero | tr '\\0' a > long.jsonl
      ulimit -v 200000
      tunekit validate --jobs 1 --max-line-bytes 1000000000 long.jsonl
      """)
    expectManners(of: output)
    #expect(output == Output(status: 2, text: "", errors: Self.noMemory))
  }

  @Test("Memory suffices for any number of findings")
  func memoryForFindings() throws {
    let output = try Scratch().run(
      """
      yes '{"contents":7}' | head -n 400000 > many.jsonl
      ulimit -v 200000
      tunekit validate --jobs 1 --max-findings 0 many.jsonl | wc -l
      """)
    #expect(output.status == 1)
    #expect(output.errors.isEmpty)
  }

  private static let noMemory =
    "tunekit: there is not enough memory: free some, or raise the program's memory limit\n"
}
