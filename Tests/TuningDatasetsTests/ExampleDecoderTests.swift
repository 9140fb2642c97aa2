import JSONLines
import Testing

@testable import TuningDatasets

/// What the decoder keeps from line to line, and what it does not.
@Suite struct ExampleDecoderTests {
  private static let sound =
    #"{"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}"#
  private static let mixed =
    #"{"contents":[{"parts":[{"fileData":{"mimeType":"a/b","file_uri":"gs://a/b"}}]}]}"#

  /// How many findings of mixed styles each line has.
  private func mixedStyles(_ lines: [String]) -> [Int] {
    let isWanted = ContiguousArray(repeating: true, count: 1000)
    var decoder = ExampleDecoder(findings: LineFindings(isWanted: isWanted, mostStored: 20))
    return lines.map { line in
      LineBytes.with(line.utf8) { line in
        do throws(JSONFault) {
          guard case .example = try decoder.decode(line) else { return 0 }
          return decoder.findings.count(of: MixedCaseStyles.self)
        } catch {
          return 0
        }
      }
    }
  }

  @Test func mixedStylesAreReportedOnce() {
    #expect(mixedStyles([Self.sound, Self.mixed, Self.mixed]) == [0, 1, 0])
  }

  /// The findings of a line for another tuning method do not count, and this one must not be lost with them.
  @Test func mixedStylesOfALineThatIsNoExample() {
    let preference = #"{"completions":[],"# + Self.mixed.dropFirst()
    #expect(mixedStyles([preference, Self.mixed]) == [0, 1])
  }

  /// Nor those of a line that is no JSON.
  @Test func mixedStylesOfALineAtFault() {
    #expect(mixedStyles([Self.mixed + "}", String(Self.mixed.dropLast()), Self.mixed]) == [0, 0, 1])
  }

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
