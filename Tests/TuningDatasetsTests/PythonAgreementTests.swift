import Diagnostics
import Foundation
import JSONLines
import Testing
import TestSupport

@testable import TuningDatasets

/// Python's `json`, told to be strict, must come to the same verdict on every line: refused or not.
@Suite("lines, judged by Python")
struct PythonAgreementTests {
  @Test(
    "six thousand damaged lines",
    .enabled(if: Tool.hasPython("json"), "needs Python"),
    arguments: [20_261_123])
  func damagedLines(seed: UInt64) throws {
    var generator = MutatedLines(seed: seed)
    let lines = (0..<6000).map { index in index % 16 == 0 ? generator.noise() : generator.line() }
    let theirs = try theirVerdicts(on: lines)
    try #require(theirs.count == lines.count)
    var judge = JSONLayer()
    var accepted = 0
    var refused = 0
    for (line, theirVerdict) in zip(lines, theirs) {
      let ours = judge.verdict(on: line)
      #expect(ours.word == theirVerdict, "\(ours.code) on \(shown(line))")
      if theirVerdict == "accepted" { accepted += 1 }
      if theirVerdict == "refused" { refused += 1 }
    }
    // The damage must be of all kinds, or agreement means little.
    #expect(min(accepted, refused) >= lines.count / 4, "\(accepted) accepted, \(refused) refused")
  }

  /// What the judge says of each line.
  private func theirVerdicts(on lines: [[UInt8]]) throws -> [String] {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(lines.joined(separator: [0x0A])), as: "lines.jsonl")
    let judge = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "JSONJudge.py").path
    let words = ["1": "accepted", "0": "refused", "-": "blank"]
    let verdicts = try Tool.output(of: ["python3", judge, path]).split(separator: "\n")
    return verdicts.compactMap { words[String($0)] }
  }

  /// A line as a Swift literal's content, so that a disagreement can become a test.
  private func shown(_ line: [UInt8]) -> String {
    line.map {
      (0x20..<0x7F).contains($0) ? String(Unicode.Scalar($0)) : "\\x" + String($0, radix: 16, digits: 2)
    }
    .joined()
  }
}

/// What a run makes of a line before any rule of the families above looks at it.
private struct JSONLayer: ~Copyable {
  private var decoder = ExampleDecoder(
    findings: LineFindings(isWanted: RuleSelection().counted, mostStored: 20))

  /// The word for the verdict, and the rule that refuses the line.
  mutating func verdict(on line: [UInt8]) -> (word: String, code: String) {
    LineBytes.with(line) { line in
      if line.isBlank { return ("blank", "-") }
      do throws(JSONFault) {
        _ = try decoder.decode(line)
        ExampleRules(wantedBy: decoder.findings, controlTokens: [])
          .check(decoder.example, line, &decoder.findings)
      } catch {
        decoder.findings.report(error, in: line)
      }
      for index in 0..<decoder.findings.count {
        let finding = decoder.findings[index]
        if finding.severity == .error, [1, 2].contains(finding.code.family) {
          return ("refused", finding.code.description)
        }
      }
      return ("accepted", "-")
    }
  }
}
