import Diagnostics
import JSONLines
import Testing

@testable import TuningDatasets

/// Faults of JSON as findings: the rule, and the words that fill its message.
@Suite struct SyntaxRulesTests {
  /// The finding of a line that is at fault.
  private func finding(_ line: String) -> Finding? {
    LineBytes.with(line.utf8) { line in
      var decoder = ExampleDecoder(wanting: RuleSettings(.datasets).counted)
      do throws(JSONFault) {
        _ = try decoder.decode(line)
        return nil
      } catch {
        decoder.findings.report(error, in: line)
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
}
