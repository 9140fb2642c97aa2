import Diagnostics
import JSONLines
import Testing
import TestSupport

@testable import TuningDatasets

/// What the decoder keeps from line to line, and what it does not.
@Suite struct ExampleDecoderTests {
  private static let sound =
    #"{"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}"#
  private static let mixed =
    #"{"contents":[{"parts":[{"fileData":{"mimeType":"a/b","file_uri":"gs://a/b"}}]}]}"#

  /// A line is read as if no other had been before.
  @Test func nothingElseIsKept() throws {
    var decoder = ExampleDecoder()
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
        #expect(decoder.example.turns.count == 2 && decoder.example.parts.count == 2)
        #expect(decoder.example.instructionParts.isEmpty && !decoder.example.isMultimodal)
      }
    }
  }

  /// Of several parts or turns in a row that could not be read one is kept. No rule about conversations tells the
  /// difference.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func unreadableElementsInARow(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let unreadable = ["0", "{}", "null", "[]", #""a""#]
    func elements(_ readable: [String], repeated: Int) -> String {
      var random = SplitMix64(seed: generator.next())
      return (0..<Int.random(in: 1...5, using: &random)).flatMap { _ in
        let element = random.pick(readable + unreadable)
        return Array(repeating: element, count: unreadable.contains(element) ? repeated : 1)
      }.joined(separator: ",")
    }
    func line(repeated: Int) -> String {
      generator = SplitMix64(seed: seed)
      let parts =
        ["\"<bos>\"", "\"\"", "\"a\""].map { #"{"text":\#($0)}"# } + [
          #"{"functionResponse":{}}"#, #"{"text":"a","inlineData":{"data":"<bos>"}}"#,
        ]
      let turns = ["", #""role":"user","#, #""role":"model","#, #""role":"tool","#, #""role":0,"#].map {
        role in
        #"{\#(role)"parts":[\#(elements(parts, repeated: repeated))]}"#
      }
      return #"{"contents":[\#(elements(turns + [#"{"role":"a"}"#], repeated: repeated))]}"#
    }
    #expect(try conversationFindings(line(repeated: 3)) == conversationFindings(line(repeated: 1)))
  }

  /// Parts in a row whose data have the wrong type are kept one by one, for rules look at what stands in them.
  @Test func wrongDataInARow() throws {
    let part = #"{"functionCall":["<bos>"]}"#
    let line = #"{"contents":[{"role":"user","parts":[\#(part),0,\#(part)]}]}"#
    #expect(try conversationFindings(line).filter { $0 == "TK412" }.count == 2)
  }

  /// The rules about conversations that find something in a line, and how many turns it has.
  private func conversationFindings(_ line: String) throws -> [String] {
    var decoder = ExampleDecoder(controlTokens: ["<bos>"])
    var rules = ExampleRules(wantedBy: decoder.findings)
    return try LineBytes.with(line.utf8) { line in
      _ = try decoder.decode(line)
      decoder.context.line = line
      rules.check(decoder.context, &decoder.findings)
      return (0..<decoder.findings.count).map { decoder.findings[$0].code }
        .filter { $0.family == 4 }.map(\.description).sorted()
    }
  }
}
