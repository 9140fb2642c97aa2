import Reports
import Testing

/// One example as a person reads it.
@Suite struct ExampleTextTests {
  private func text(_ bytes: [UInt8]) -> String {
    ExampleText(bytes, marked: nil, width: 80, isColored: false).text.description
  }

  @Test("turns, parts and what stands beside them")
  func turns() {
    let line = """
      {"system_instruction":{"parts":[{"text":"Be brief."}]},"contents":[{"role":"user","parts":[{"text":"a\\nb"}]},\
      {"parts":[{"functionCall":{"name":"f"}},{},7]}],"labels":{"a":"b"}}
      """
    #expect(
      text(Array(line.utf8)) == """
          system_instruction
            Be brief.
          contents[0] user
            a
            b
          contents[1]
            functionCall: {"name": "f"}
            {}
            7
          labels
            {"a": "b"}

        """)
  }

  @Test("bytes that are not UTF-8 are shown as numbers")
  func invalidBytes() {
    #expect(text([0xFF, 0x7B, 0x1B]).hasPrefix("    <FF>{␛\n\nthe line is not valid UTF-8"))
  }

  @Test("of a line that nobody can read the beginning is shown")
  func longLine() {
    let long = text(
      Array(#"{"contents":["#.utf8) + Array(repeatElement(0x20, count: 2_000_000)) + [0x5D, 0x7D])
    #expect(long.utf8.count < 1000 && long.hasPrefix(#"    {"contents":["#))
    #expect(long.contains("the line has 2.0 MB, too many to show turn by turn; --raw writes all of it"))
  }

  @Test(
    "anything may stand in place of an example",
    arguments: ["", "[]", "null", "{}", "{\"contents\":7}", "\"a\""])
  func odd(line: String) {
    #expect(text(Array(line.utf8)).hasSuffix("\n"))
  }

  @Test(
    "what cannot be shown turn by turn is called what it is",
    arguments: [
      ("", "the line is blank\n"), (" \t\r", "the line is blank\n"), ("{}", "the line has no 'contents'\n"),
      (#"{"messages":[]}"#, "the line has no 'contents'\n"),
      (#"{"a":1,"a":2}"#, "the line has the same key twice"),
      (#"{"a":"\ud83d"}"#, "the line has an escape of half a character"),
      ("{} {}", "the line has more than one"),
      (#"{"a":1e400}"#, "the line has a number beyond"),
      ("{", "the line is not valid JSON; 'tunekit validate'"),
      (String(repeating: "[", count: 101), "the line has more than 100 arrays and objects"),
      ("\u{FEFF}{}", "the line begins with a byte order mark"),
    ])
  func notes(line: String, note: String) {
    let text = text(Array(line.utf8))
    #expect(text.contains("\n\(note)"), "\(text)")
    #expect(!text.contains("not valid JSON") || note.contains("not valid JSON"))
  }
}
