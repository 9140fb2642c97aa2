import Documents
import Submission
import Testing

@Suite struct SubmissionStateTests {
  @Test("what is written is read again")
  func roundTrip() throws {
    for state in [try StateSample.full, try StateSample.minimal()] {
      let again = try SubmissionState(parsing: state.fileBytes)
      #expect(again == state)
      #expect(again.fileBytes == state.fileBytes)
    }
    #expect(try StateSample.full.datasets.first?.session?.acknowledgedBytes == 5)
  }

  @Test("a file cut anywhere is refused, and called truncated")
  func truncated() throws {
    let bytes = try StateSample.full.fileBytes
    for length in 0..<bytes.count - 2 {
      let fault = #expect(throws: DocumentFault.self) {
        try SubmissionState(parsing: Array(bytes[..<length]))
      }
      #expect(fault?.problem == .truncated || fault?.problem == .empty, "\(length)")
    }
  }

  @Test(
    "what this program has not written is refused",
    arguments: [
      (#""schemaVersion": 1"#, #""schemaVersion": 2"#, "version 2 is not supported"),
      (#""schemaVersion": 1"#, #""schemaVersion": 0"#, "version 0 is not supported"),
      (#""jobPath""#, #""jobpath""#, "unknown field 'jobpath'"),
      (#""outcome": "refused""#, #""outcome": "created""#, "expected an outcome"),
      (#""outcome": "sending""#, #""outcome": "refused""#, "expected an outcome"),
      (#""outcome": "sending""#, #""outcome": "sent""#, "expected an outcome"),
      (#""crc32c": "4waSgw==""#, #""crc32c": "4waSg===""#, "expected a CRC32C"),
      (#""role": "training""#, #""role": "job""#, "expected 'training'"),
      (#""sizeInBytes": 9"#, #""sizeInBytes": -9"#, "expected a whole number"),
      (#""target": "gs://b/train.jsonl""#, #""target": """#, "expected a text"),
      (#""marker": ""#, #""marker": "A"#, "expected the 26 characters"),
      (#""key": ""#, #""key": "g"#, "expected 16 hexadecimal digits"),
    ])
  func strict(part: String, replacement: String, problem: String) throws {
    let text = String(decoding: try StateSample.full.fileBytes, as: UTF8.self)
    #expect(text.contains(part))
    let fault = #expect(throws: DocumentFault.self) {
      try SubmissionState(parsing: Array(text.replacing(part, with: replacement, maxReplacements: 1).utf8))
    }
    #expect(fault?.description.contains(problem) == true, "\(String(describing: fault))")
  }

  @Test("the outcome is unknown while an attempt is open and the job has no name")
  func unknown() throws {
    var state = try StateSample.minimal()
    #expect(!state.isOutcomeUnknown)
    state.attempts = [
      CreateAttempt(number: 1, sentAt: 1, requestDigest: StateSample.digest)
    ]
    #expect(state.isOutcomeUnknown)
    state.attempts[0].outcome = .unsent
    #expect(!state.isOutcomeUnknown)
    state.attempts[0].outcome = .unknown
    #expect(state.isOutcomeUnknown)
    state.jobName = "j"
    #expect(!state.isOutcomeUnknown)
  }
}
