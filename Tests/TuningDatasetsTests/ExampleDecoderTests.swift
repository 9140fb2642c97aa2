import JSONLines
import Testing

@testable import TuningDatasets

/// What the decoder keeps from line to line, and what it does not.
@Suite struct ExampleDecoderTests {
  private static let sound =
    #"{"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}"#
  private static let mixed =
    #"{"contents":[{"parts":[{"fileData":{"mimeType":"a/b","file_uri":"gs://a/b"}}]}]}"#

  /// A line is read as if no other had been before.
  @Test func nothingElseIsKept() throws {
    let isWanted = ContiguousArray(repeating: true, count: 1000)
    var decoder = ExampleDecoder(findings: LineFindings(isWanted: isWanted, mostStored: 20))
    let lines = [
      #"{"messages":[]}"#, Self.mixed, #"{"contents":[{"role":"user","parts":[{"text":null}]}]"#,
      #"{"contents":"#,
      #"{"systemInstruction":{"parts":[{"text":""}]},"contents":[]}"#, "{", "[]", #"{"a":1,"a":2}"#,
    ]
    for line in lines {
      LineBytes.with(line.utf8) { _ = try? decoder.decode($0) }
      try LineBytes.with(Self.sound.utf8) { line in
        guard case .example = try decoder.decode(line) else {
          Issue.record("no example")
          return
        }
        #expect(decoder.findings.count == 0)
        #expect(decoder.example.turnCount == 2 && decoder.example.partCount == 2)
        #expect(decoder.example.instructionParts.isEmpty && !decoder.example.isMultimodal)
      }
    }
  }
}
