import TestSupport
import Testing

/// What could not be done is said, all of it, in whatever order it came up.
@Suite("Several troubles")
struct SeveralTroublesTests {
  private static let full = "the output cannot be written"

  @Test(
    "Trouble with the output hides no other",
    arguments: [
      ("tunekit validate missing.jsonl faults/empty.jsonl", ["'missing.jsonl'", full]),
      (
        "tunekit plan --today 2026-11-22 --receipt nowhere/receipt.json Jobs/continuous.json",
        ["nowhere/receipt.json cannot be written", full]
      ),
    ])
  func closedOutput(command: String, troubles: [String]) throws {
    let output = try Scratch().run("\(command) >&-")
    #expect(output.status == 2)
    #expect(output.errorLines.count == troubles.count, "\(output.errors)")
    for (line, trouble) in zip(output.errorLines, troubles) { #expect(line.contains(trouble)) }
  }

  @Test("A request that cannot be made hides no dataset that cannot be read")
  func noRequest() throws {
    let scratch = try Scratch()
    try scratch.write(
      """
      {"displayName": "a", "project": "acme-tuner", "location": "us-central1",
       "baseModel": "gemini-3.1-flash-lite", "datasets": {"training": "missing.jsonl"},
       "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
      """, as: "job.json")
    let output = try scratch.run("tunekit plan --format rest --even-if-invalid --today 2026-11-22 job.json")
    #expect(output.status == 2)
    #expect(output.errors.contains("tunekit: the request cannot be written"))
    #expect(output.errors.contains("tunekit: 'missing.jsonl' does not exist"))
  }
}
