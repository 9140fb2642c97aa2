import Diagnostics
import JSONLines
import Testing

@testable import TuningDatasets

/// Faults of JSON as findings: the rule, and the words that fill its message.
@Suite struct SyntaxRulesTests {
  /// The finding of a line that is at fault.
  private func finding(_ line: String, endingIn end: LineEnd = .lineFeed) -> Finding? {
    finding(line.utf8, endingIn: end)
  }

  /// The finding of the bytes of such a line.
  private func finding(_ line: some Sequence<UInt8>, endingIn end: LineEnd = .lineFeed) -> Finding? {
    LineBytes.with(line) { line in
      var decoder = ExampleDecoder(wanting: RuleSettings(.datasets).counted)
      do throws(JSONFault) {
        _ = try decoder.decode(line)
        return nil
      } catch {
        decoder.findings.report(error, in: line, endingIn: end)
        return Finding(decoder.findings[0], in: line, number: 1, offset: 0)
      }
    }
  }

  @Test func rulesAndPlaces() {
    let lines: [(String, RuleCode, Int)] = [
      ("\u{FEFF}{}", "TK102", 0), (#"{"a":1"#, "TK201", 6), ("{\"a\":1\r", "TK201", 6),
      (#"{"a":NaN}"#, "TK204", 5),
      (#"{"a":"\ud83d"}"#, "TK205", 6), (#"{"a":1,"a":2}"#, "TK206", 7),
      ("{\"a\":" + String(repeating: "[", count: 100), "TK207", 104), (#"{"a":1e999}"#, "TK208", 5),
      ("{} {}", "TK209", 3), (" [1] ", "TK210", 1), (#""{}""#, "TK210", 0), ("true", "TK210", 0),
      ("[1", "TK201", 2),
      (#"{"a":1,}"#, "TK211", 6), ("{'a':1}", "TK212", 1), (#"{"a":None}"#, "TK212", 5),
      ("{\"a\tb\":1}", "TK213", 3),
    ]
    for (line, code, offset) in lines {
      let found = finding(line)
      #expect(
        found?.code == code && found?.location?.byteOffsetInLine == offset,
        "\(line): \(String(describing: found))")
    }
    #expect(finding(#"{"contents":[]}"#) == nil)
  }

  /// What was found is what stands in the place of what was expected.
  @Test func whatWasFound() {
    let lines = [
      (#"{"a":"b\d"}"#, "'d'"), (#"{"a":"b\é"}"#, "'é'"), (#"{"a":"b\"#, "the end of the line"),
      ("{\"a\":\"b\\\t\"}", "a tab, U+0009"), (#"{"a":"\u12g4"}"#, "'g'"), (#"{"a":"\u"}"#, "'\"'"),
      (#"{"a":"\u00E"#, "the end of the line"), (#"{"a":"\uD83D\uDEX0"}"#, "'X'"),
      (#"{"a":"b"#, "the end of the line"),
      ("{\"a\":\"b\r", "the end of the line"), (#"{"a" 1}"#, "'1'"), (#"{"a":01}"#, "'1'"), ("{日", "'日'"),
      ("{\0", "a NUL, U+0000"),
      (#"{"a":[}"#, "'}'"), (#"{"a":1.}"#, "'}'"), ("{\u{7F}", "a control character, U+007F"),
    ]
    for (line, words) in lines {
      let found = finding(line)
      #expect(found?.code == "TK201" && found?.arguments[1] == words, "\(line): \(String(describing: found))")
    }
  }

  @Test func whatWasExpected() {
    #expect(finding(#"{"a":["#)?.arguments[0] == "a value or ']'")
    #expect(finding(#"{"a":[1,"#)?.arguments[0] == "a value")
    #expect(finding(#"{"a":1,"b" "#)?.arguments[0] == "a colon")
  }

  @Test("wherever an example is cut off, the end of the file is what is wrong")
  func cutOff() {
    let line =
      #"{"contents":[{"role":"user","parts":[{"text":"gr\u00fcn 日本 \ud83d\ude00 é"}]}],"#
      + #""labels":{},"weight":-1.5e3,"cachedContent":null,"a":true,"b":false}"#
    let bytes = Array(line.utf8)
    for length in 1..<bytes.count {
      let found = finding(bytes[..<length], endingIn: .endOfFile)
      #expect(found?.code == "TK201" && found?.arguments[1] == "the end of the file", "cut to \(length)")
      #expect(found?.arguments[2].hasPrefix("copy or export the file again") == true)
    }
  }

  @Test("what is wrong before the end of the file is not that it was cut off")
  func notCutOff() {
    for (line, code) in [
      (#"{"a":nul}"#, "TK201"), (#"{"a":x"#, "TK201"), (#"{"a":"\ud83d"}"#, "TK205"),
      (#"{"a":"\ud83dx"#, "TK205"),
      (#"{"a":NaN"#, "TK204"), ("{'a", "TK212"),
    ] as [(String, RuleCode)] {
      let found = finding(line, endingIn: .endOfFile)
      #expect(found?.code == code && found?.arguments[1] != "the end of the file", "\(line)")
    }
    let invalid = Array(#"{"a":""#.utf8) + [0xE9]
    #expect(finding(invalid + Array("t".utf8), endingIn: .endOfFile)?.code == "TK101")
    #expect(finding(Array(#"{"a":""#.utf8) + [0x80], endingIn: .endOfFile)?.code == "TK101")
    #expect(finding(invalid)?.code == "TK101")
  }

  /// The remedies of a fault without its own rule.
  @Test func remedies() {
    let remedies: [(String, String)] = [
      ("<<<<<<< HEAD", "keep one version"), ("=======", "keep one version"),
      (">>>>>>> main\r", "keep one version"),
      ("|||||||", "keep one version"), ("======== ", "fix this place"), ("<<<<<<<x", "fix this place"),
      (" =======", "fix this place"), (#"{"a":"b"#, "write the whole example on one line: a line break"),
      (#"{"a":1"#, "write the whole example on one line, or"), (#",{"a":1}"#, "remove the comma"),
      (#"{"a":,}"#, "fix this place"), (#"{"a" 1}"#, "fix this place"),
    ]
    for (line, remedy) in remedies {
      #expect(finding(line)?.arguments[2].hasPrefix(remedy) == true, "\(line)")
    }
    #expect(finding("<<<<<<< HEAD")?.arguments[1] == "a marker of a merge conflict")
    #expect(finding(#"{"a":"b"#, endingIn: .document)?.arguments[2] == "\(SyntaxFinding.remedy)")
  }

  @Test func secondValues() {
    let values: [(String, Int, String)] = [
      ("{} {}", 3, "on this line"), ("{},{}", 2, "after a comma"), ("{} , [1]", 3, "after a comma"),
      ("{}\r{}\r", 3, "after a carriage return"), ("{}\r \t{}", 5, "after a carriage return"),
    ]
    for (line, offset, place) in values {
      let found = finding(line)
      #expect(found?.code == "TK209" && found?.location?.byteOffset == offset, "\(line.debugDescription)")
      #expect(found?.arguments[0].hasPrefix(place) == true && found?.arguments[1].isEmpty == false)
    }
    #expect(finding(#"{},"a""#)?.code == "TK201")
  }
}
