import Diagnostics
import Foundation
import ModelCatalog
import TestSupport
import Testing
import TuningDatasets

/// Python's `json`, told to be strict, must come to the same verdict on every line: refused or not.
@Suite("lines, judged by Python")
struct PythonAgreementTests {
  private static let linesPerSeed = 6000
  private static let goodLine = Array(#"{"contents":[]}"#.utf8)

  /// One seed for each six thousand lines that TUNEKIT_DAMAGED_LINES asks for, at least one.
  private static let seeds: [UInt64] = {
    let lines = Int(ProcessInfo.processInfo.environment["TUNEKIT_DAMAGED_LINES"] ?? "") ?? linesPerSeed
    return (0..<max(1, UInt64(clamping: lines / linesPerSeed))).map { 20_261_123 + $0 }
  }()

  @Test(
    "six thousand damaged lines",
    .enabled(if: Tool.hasPython("json"), "needs Python"),
    arguments: seeds)
  func damagedLines(seed: UInt64) throws {
    var generator = MutatedLines(seed: seed)
    // The first line tells of the file, and blank ones at its end of nothing; all others only of themselves.
    let lines =
      [Self.goodLine]
      + (0..<Self.linesPerSeed).map { index in index % 16 == 0 ? generator.noise() : generator.line() }
      + [Self.goodLine]
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(lines.joined(separator: [0x0A])), as: "lines.jsonl")
    let theirs = try theirVerdicts(on: path)
    let ours = try ourVerdicts(on: path, lines: lines.count)
    try #require(theirs.count == lines.count)
    for (line, (our, their)) in zip(lines, zip(ours, theirs)) {
      #expect(our == their, "\(shown(line))")
    }
    // The damage must be of all kinds, or agreement means little.
    for verdict in [Verdict.accepted, .refused] {
      let count = theirs.count { $0 == verdict }
      #expect(count >= lines.count / 4, "\(verdict): \(count)")
    }
  }

  /// What becomes of a line.
  private enum Verdict {
    case accepted, refused, blank
  }

  /// What the judge says of each line.
  private func theirVerdicts(on path: String) throws -> [Verdict] {
    let judge = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "JSONJudge.py").path
    let verdicts: [Substring: Verdict] = ["1": .accepted, "0": .refused, "-": .blank]
    return try Tool.output(of: ["python3", judge, path]).split(separator: "\n").compactMap { verdicts[$0] }
  }

  /// What the validator says of each line, before any rule of the families above looks at it.
  private func ourVerdicts(on path: String, lines: Int) throws -> [Verdict] {
    var validation = DatasetValidation(
      trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn))
    validation.rules.maximumFindings = 0
    validation.limits.blockBytes = 5000
    let report = try #require(validation.run().first)
    var verdicts = [Verdict](repeating: .accepted, count: lines)
    for finding in report.findings {
      guard let location = finding.location else { continue }
      if finding.code == "TK103" { verdicts[location.line - 1] = .blank }
      if finding.severity == .error, [1, 2].contains(finding.code.family) {
        verdicts[location.line - 1] = .refused
      }
    }
    return verdicts
  }

  /// A line as a Swift literal's content, so that a disagreement can become a test.
  private func shown(_ line: [UInt8]) -> String {
    line.map {
      (0x20..<0x7F).contains($0) ? String(Unicode.Scalar($0)) : "\\x" + String($0, radix: 16, digits: 2)
    }
    .joined()
  }
}
