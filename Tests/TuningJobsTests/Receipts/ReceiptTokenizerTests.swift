import TestSupport
import Testing

@testable import TuningJobs

/// Receipts of jobs whose tokens were counted with a tokenizer, or not.
@Suite("the tokenizer of a receipt") final class ReceiptTokenizerTests {
  private let planned: PlannedJob

  init() throws { planned = try PlannedJob() }

  /// A tokenizer of the single bytes and one other piece.
  private static func tokenizer(_ piece: Character) -> [UInt8] {
    let kindAndScore: [UInt8] = [0x15, 0, 0, 0x80, 0xBF, 0x18]
    var file: [UInt8] = []
    for byte in 0..<256 {
      let digits = String(byte, radix: 16, uppercase: true)
      file += [0x0A, 15, 0x0A, 6] + Array("<0x\(byte < 16 ? "0" : "")\(digits)>".utf8) + kindAndScore + [6]
    }
    file += [0x0A, 10, 0x0A, 1] + Array(String(piece).utf8) + kindAndScore + [1]
    return file + [0x12, 5, 0x18, 2, 0x98, 2, 1, 0x1A, 4, 0x18, 0, 0x20, 0]
  }

  /// What is said of numbers that cannot be compared.
  private func reason(_ text: String) throws -> String? { try planned.verify(text).get().trusted.last }

  @Test("numbers of tokens are compared only if the tokenizer is the same")
  func tokenizers() throws {
    let why = "the number of findings of each rule, and the number of tokens: the receipt"
    let estimated = try planned.receiptText()
    #expect(estimated.contains(#""tokenizer": {\#n    "sha256": null"#))
    try planned.planning.countTokens(with: Self.tokenizer("a"))
    let counted = try planned.receiptText()
    #expect(counted != estimated && counted.contains(Hexadecimal.sha256(of: Self.tokenizer("a"))))
    #expect(try planned.problems(counted) == [])
    #expect(try planned.verify(counted).get().trusted.count == 2)
    #expect(try reason(estimated) == "\(why) has no tokenizer, and one is given now")
    try planned.planning.countTokens(with: Self.tokenizer("b"))
    #expect(try reason(counted) == "\(why) was made with a tokenizer, and another one is given now")
    planned.planning = try PlannedJob().planning
    #expect(try reason(counted) == "\(why) was made with a tokenizer, and none is given now")
  }

  @Test("only of estimates it is said that there are about so many tokens")
  func about() throws {
    let number = /"textTokens": [0-9]+/
    let estimated = try planned.receiptText().replacing(number, with: #""textTokens": 7"#)
    #expect(
      try planned.problems(estimated).allSatisfy {
        $0.contains(" has about ") && $0.hasSuffix(" tokens, not 7")
      })
    #expect(try planned.problems(estimated).count == 2)
    try planned.planning.countTokens(with: Self.tokenizer("a"))
    let counted = try planned.receiptText().replacing(number, with: #""textTokens": 7"#)
    #expect(try planned.problems(counted).count == 2)
    #expect(
      try planned.problems(counted).allSatisfy { !$0.contains("about") && $0.hasSuffix(" tokens, not 7") })
  }

  @Test("receipts of earlier versions, which say nothing of a tokenizer, verify")
  func earlier() throws {
    let text = try planned.receiptText()
    let member = try #require(text.firstMatch(of: /(?s)"tokenizer": \{.*?\},\s*/))
    let earlier = try text.replacing(String(member.output), by: "").replacing(
      "textTokens", by: "estimatedTextTokens")
    #expect(try planned.problems(earlier) == [])
    #expect(throws: (any Error).self) { try planned.verify(text.replacing("textTokens", by: "tokens")) }
  }
}
