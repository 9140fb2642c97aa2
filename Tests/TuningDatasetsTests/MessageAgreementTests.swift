import Diagnostics
import Foundation
import ModelCatalog
import TestSupport
import Testing
import TuningDatasets

/// Google's own message types must come to the same verdict on schemas, on the times of videos and on depth.
@Suite("messages, judged by Google's types")
struct MessageAgreementTests {
  @Test(
    "two thousand declarations, calls, responses and videos",
    .enabled(
      if: Tool.hasPython("google.cloud.aiplatform_v1beta1"), "needs Python with google-cloud-aiplatform"))
  func lines() throws {
    var samples = MessageSamples(seed: 20_261_128)
    let lines = (0..<2000).map { _ in samples.line() }
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(lines.map { $0 + "\n" }.joined().utf8), as: "lines.jsonl")
    let judge = ProjectFolder.url.appending(path: "Tests/TuningDatasetsTests/MessageJudge.py").path
    let theirs = try Tool.output(of: ["python3", judge, path]).split(separator: "\n")
    try #require(theirs.count == lines.count)
    let ours = try ourFindings(in: path, lines: lines.count)
    for (line, (their, our)) in zip(lines, zip(theirs, ours)) {
      switch their {
      case "ok": #expect(our.isEmpty, "\(line)")
      case "binary": #expect(our.map(\.severity) == [.warning] && our[0].code == "TK207", "\(line)")
      default: #expect(!our.isEmpty, "\(line)")
      }
    }
    for verdict in ["ok", "json", "binary"] { #expect(theirs.count { $0 == verdict } > 200, "\(verdict)") }
  }

  /// What is found in each line that those types would refuse.
  private func ourFindings(in path: String, lines: Int) throws -> [[Finding]] {
    var validation = DatasetValidation(
      trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn))
    validation.rules.maximumFindings = 0
    var findings = [[Finding]](repeating: [], count: lines)
    for finding in try #require(validation.run().first).findings {
      guard let line = finding.location?.line, Self.codes.contains(finding.code) else { continue }
      findings[line - 1].append(finding)
    }
    return findings
  }

  private static let codes: Set<RuleCode> = ["TK207", "TK303", "TK304", "TK314", "TK608"]
}
