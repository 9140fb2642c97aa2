import Diagnostics
import ModelCatalog
import TestSupport
import Testing

@testable import TuningJobs

/// Every example of every rule, run through the whole validation of a job, and again in other forms.
@Suite struct JobRuleExampleTests {
  struct Case: CustomTestStringConvertible {
    let rule: RuleDescription
    let example: RuleExample
    var testDescription: String { "\(rule.code) \(example.title)" }
  }

  static let cases = RuleBook.all.rules(in: .job).flatMap { rule in
    rule.examples.map { Case(rule: rule, example: $0) }
  }

  /// Forms that change no verdict: what goes before each line, and how lines end.
  private static let forms = [("", "\n"), ("", "\r\n"), ("  ", "\n"), ("/* é, { */ ", "\n")]

  @Test("an example gets the verdict that it states", arguments: cases)
  func example(_ tried: Case) throws {
    let (rule, example) = (tried.rule, tried.example)
    for (indent, ending) in Self.forms {
      let (bytes, offsets) = Self.reformed(example, indent: indent, ending: ending)
      let checked = try JobExample.check(bytes, example.settings)
      let found = checked.report.findings.filter { $0.code == rule.code }
      if example.isRejected {
        // Two things may be missing at one place.
        #expect(Set(found.map { $0.location?.byteOffset }) == Set(offsets), "\(indent)\(ending)")
        for finding in found {
          #expect(finding.severity == example.severity ?? rule.severity)
          checkText(rule.message(with: finding.arguments))
          checkText(rule.remedy(with: finding.arguments))
        }
      } else {
        #expect(found.isEmpty, "\(found)")
      }
      // What is merely worth knowing is said of many a good job.
      let others = Set(checked.report.findings.filter { $0.severity > .info }.map(\.code))
        .subtracting([rule.code])
      #expect(checked.report.failure == nil)
      #expect(others == Set(example.alongside), "\(checked.report.findings)")
    }
  }

  /// Checks that a text is whole and in plain English.
  private func checkText(_ text: String) {
    for index in 0...9 { #expect(!text.contains("{\(index)}"), "an argument is missing: \(text)") }
    #expect(PlainEnglish.corrections(of: text) == [], "\(text)")
  }

  @Test(
    "every rule accepts something and rejects something", arguments: RuleBook.all.rules(in: .job).map(\.code))
  func bothVerdicts(code: RuleCode) throws {
    let rule = try #require(RuleBook.all.rules(in: .job).first { $0.code == code })
    #expect(rule.examples.contains { $0.isRejected } && rule.examples.contains { !$0.isRejected })
    if let second = rule.also?.severity {
      #expect(rule.examples.contains { $0.severity == second }, "no example has the second severity")
    }
  }

  @Test("codes ascend, and no dataset rule has one of them")
  func codes() {
    let codes = RuleBook.all.rules(in: .job).map(\.code)
    #expect(codes == Array(Set(codes)).sorted())
    #expect(codes.allSatisfy { $0.family == 8 })
  }

  /// An example with something before each of its lines and with other line ends, and where its marks are then.
  private static func reformed(
    _ example: RuleExample, indent: String, ending: String
  ) -> (bytes: [UInt8], offsets: [Int]) {
    var bytes: [UInt8] = Array(indent.utf8)
    var offsets: [Int] = []
    let marks = Set(example.faultOffsets)
    for (offset, byte) in example.bytes.enumerated() {
      if marks.contains(offset) { offsets.append(bytes.count) }
      if byte == 0x0A { bytes += Array((ending + indent).utf8) } else { bytes.append(byte) }
    }
    return (bytes + Array(ending.utf8), offsets)
  }
}
