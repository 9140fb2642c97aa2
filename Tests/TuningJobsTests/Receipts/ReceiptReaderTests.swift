import TestSupport
import Testing

@testable import TuningJobs

/// Receipts that no run could have written.
@Suite final class ReceiptReaderTests {
  private let text: String

  init() throws { text = try PlannedJob().receiptText() }

  private func fault(_ text: String) -> String? {
    do throws(UnverifiedReceipt.Fault) {
      _ = try UnverifiedReceipt(parsing: Array(text.utf8))
      return nil
    } catch {
      return error.description
    }
  }

  @Test(
    "what is no receipt is refused in one line",
    arguments: [
      "", "[]", "{}", "null", "7", "{\"schemaVersion\": 2}", "{\"schemaVersion\": 1}",
      "{\"schemaVersion\": \"1\"}",
      "{\"schemaVersion\": 1, \"rules\": {}}", "{\"schemaVersion\": 1, \"rules\": [[]]}",
    ])
  func noReceipt(text: String) throws {
    let line = try #require(fault(text))
    #expect(!line.contains("\n"))
  }

  @Test(
    "counts that nothing can be found so often are refused",
    arguments: [
      "-1", "0", "1.5", "1e3", "\"1\"", "null", "true", "[]", "99999999999999999999", "1\u{660}",
    ])
  func counts(count: String) throws {
    #expect(fault(try text.replacing(#""TK405": 1"#, by: #""TK405": \#(count)"#)) != nil)
  }

  @Test(
    "members that no run could have written are refused",
    arguments: [
      (
        #""TK405": 1"#, #""TK201": 5"#,
        "'datasets.0.findings.TK201' is not a finding on a receipt, but an error"
      ),
      (
        #""TK405": 1"#, #""TK415": 1"#,
        "'datasets.0.findings.TK415' is not a finding of one of the rules that were run"
      ),
      (
        #""TK405": 1"#, #""tk405": 1"#,
        "'datasets.0.findings.tk405' is not a finding of one of the rules that were run"
      ),
      (
        #""TK001", "#, "\"TK002\", ",
        "'rules.1' is not the code of a rule that comes behind the one before it"
      ),
      (
        #""TK001", "#, "\"TK999\", ",
        "'rules.1' is not the code of a rule that comes behind the one before it"
      ),
      (#""TK001", "#, "\"TK1\", ", "'rules.0' is not the code of a rule that comes behind the one before it"),
      (#""name": "tunekit""#, #""name": "other""#, "'tool.name' is not tunekit"),
      (#""2026-11-22""#, #""2026-02-30""#, "'checkedAsOf' is not a day"),
      (#""data/val.jsonl""#, #""""#, "'datasets.1.path' is not a text"),
      (#""job.json""#, #""job.json\u0000""#, "'job.path' is not a text"),
      (#""examples": 120"#, #""examples": 0"#, "'datasets.0.examples' is not a whole number from 1 on"),
      (#""role": "validation""#, #""role": "training""#, "'datasets.1.role' is not validation"),
      (#""role": "training""#, #""role": "job""#, "'datasets.0.role' is not training"),
    ])
  func members(part: String, other: String, expected: String) throws {
    #expect(fault(try text.replacing(part, by: other)) == expected)
  }

  @Test("an empty list of rules is refused")
  func noRules() throws {
    let rules = try #require(text.firstMatch(of: /"rules": \[[^\]]*\]/))
    #expect(fault(try text.replacing(String(rules.output), by: #""rules": []"#)) != nil)
  }

  @Test("datasets are one for training, and perhaps one for validation", arguments: [0, 3, 2500])
  func datasets(count: Int) throws {
    let match = try #require(text.firstMatch(of: /(?s)"datasets": \[(.*?\}\s*\})/))
    let first = String(match.output.1)
    let head = String(text[..<match.range.lowerBound])
    let list = Array(repeating: first, count: count).joined(separator: ",")
    #expect(
      fault(head + #""datasets": [\#(list)]}"#)
        == "'datasets' is not a list of one training dataset and at most one validation dataset")
    #expect(fault(head + #""datasets": [\#(first)]}"#) == nil)
  }

  @Test("bytes changed at random are read or refused")
  func mutations() {
    var random = SplitMix64(seed: 6)
    let pieces = ["null", "[", "{}", "\"\"", "-1", "1e999", "\"TK201\": 1,", "\\ud800", "\u{0}"].map {
      Array($0.utf8)
    }
    for _ in 0..<2000 {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let start = Int.random(in: bytes.indices, using: &random)
        let end = min(bytes.count, start + Int.random(in: 0...8, using: &random))
        bytes.replaceSubrange(start..<end, with: random.pick(pieces))
      }
      _ = try? UnverifiedReceipt(parsing: bytes)
    }
  }

  @Test("cut receipts are refused")
  func cut() {
    for length in 0..<text.utf8.count - 2 { #expect(fault(String(text.prefix(length))) != nil) }
  }
}
