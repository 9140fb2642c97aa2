import Documents
import TestSupport
import Testing

@testable import TuningJobs

/// Receipts that no run could have written.
@Suite final class ReceiptReaderTests {
  private let text: String

  init() throws { text = try PlannedJob().receiptText() }

  private func fault(_ text: String) -> String? {
    do throws(DocumentFault) {
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
        "'TK201' finds only errors, and a receipt has no errors (at /datasets/0/findings/TK201)"
      ),
      (
        #""TK405": 1"#, #""TK415": 1"#,
        "'TK415' is not one of the rules that were run (at /datasets/0/findings/TK415)"
      ),
      (
        #""TK405": 1"#, #""tk405": 1"#,
        "'tk405' is not one of the rules that were run (at /datasets/0/findings/tk405)"
      ),
      (
        #""TK001", "#, "\"TK002\", ",
        "expected the codes of rules in ascending order (at /rules/1)"
      ),
      (
        #""TK001", "#, "\"TK999\", ",
        "expected the codes of rules in ascending order (at /rules/1)"
      ),
      (
        #""TK001", "#, "\"TK1\", ",
        "expected the codes of rules in ascending order (at /rules/0)"
      ),
      (#""name": "tunekit""#, #""name": "other""#, "expected 'tunekit' (at /tool/name)"),
      (
        #""2026-11-22""#, #""2026-02-30""#,
        "'2026-02-30' is not a day, which is written like '2026-11-22' (at /checkedAsOf)"
      ),
      (
        #""data/val.jsonl""#, #""""#,
        "expected a text that is not empty and has no null character (at /datasets/1/path)"
      ),
      (
        #""job.json""#, #""job.json\u0000""#,
        "expected a text that is not empty and has no null character (at /job/path)"
      ),
      (
        #""examples": 120"#, #""examples": 0"#,
        "expected a whole number from 1 on, found 0 (at /datasets/0/examples)"
      ),
      (#""role": "validation""#, #""role": "training""#, "expected 'validation' (at /datasets/1/role)"),
      (#""role": "training""#, #""role": "job""#, "expected 'training' (at /datasets/0/role)"),
    ])
  func members(part: String, other: String, expected: String) throws {
    let line = fault(try text.replacing(part, by: other)) ?? ""
    #expect(line.hasSuffix(": " + expected), "\(line)")
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
      fault(head + #""datasets": [\#(list)]}"#)?.hasSuffix(
        "expected one training dataset and at most one validation dataset (at /datasets)") == true)
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
