import Diagnostics
import Testing

@Suite struct RuleExampleTests {
  @Test(
    arguments: [
      ("{}", "{}", []),
      ("↓{}", "{}", [0]),
      ("{}↓", "{}", [2]),
      (#"{"role":↓"assistant"}"#, #"{"role":"assistant"}"#, [8]),
      ("[↓1,\n↓2]", "[1,\n2]", [1, 4]),
      // Offsets count bytes.
      ("é日🙂↓x", "é日🙂x", [9]),
      // The mark stands before a combining mark and between the parts of a character too.
      ("e↓\u{301}", "e\u{301}", [1]),
      ("\r↓\n", "\r\n", [1]),
      ("↓↓x", "x", [0, 0]),
    ] as [(String, String, [Int])])
  func marksAreTakenOut(_ marked: String, _ text: String, _ offsets: [Int]) {
    let example = RuleExample.rejects("sample", marked)
    #expect(example.bytes == Array(text.utf8))
    #expect(example.faultOffsets == offsets)
    #expect(example.isRejected && example.isText)
  }

  @Test func acceptedTextStaysAsItIs() {
    let example = RuleExample.accepts("sample", "{\"text\":\"↓\"}\n")
    #expect(example.bytes == Array("{\"text\":\"↓\"}\n".utf8))
    #expect(example.faultOffsets == [])
    #expect(!example.isRejected && example.isText)
  }

  @Test func bytesStayAsTheyAre() {
    let bytes: [UInt8] = [0xE2, 0x86, 0x93, 0xFF]
    let rejected = RuleExample.rejects("sample", bytes: bytes, at: [3])
    #expect(rejected.bytes == bytes && rejected.faultOffsets == [3])
    #expect(rejected.isRejected && !rejected.isText)
    let accepted = RuleExample.accepts("sample", bytes: bytes)
    #expect(accepted.bytes == bytes && accepted.faultOffsets == [])
    #expect(!accepted.isRejected && !accepted.isText)
  }

  @Test func exampleKnowsWhereItIsDeclared() {
    let here: UInt = #line + 1
    let example = RuleExample.accepts("sample", "{}")
    #expect(example.line == here)
    #expect("\(example.file)".hasSuffix("RuleExampleTests.swift"))
  }
}
