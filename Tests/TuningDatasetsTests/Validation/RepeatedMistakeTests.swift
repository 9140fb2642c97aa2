import Diagnostics
import Foundation
import ModelCatalog
import TestSupport
import Testing

@testable import TuningDatasets

/// Findings are counted for their root causes by what they are made of, before they have text. Here they have text.
@Suite struct RepeatedMistakeTests {
  /// What findings of one cause have in common.
  private struct Kind: Hashable {
    let code: RuleCode
    let severity: Severity
    let arguments: [String]
    let shape: String

    init(_ finding: Finding) {
      (code, severity, arguments) = (finding.code, finding.severity, finding.arguments)
      let pointer = finding.location?.pointer ?? ""
      shape = pointer.split(separator: "/", omittingEmptySubsequences: false)
        .map { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } ? "0" : String($0) }
        .joined(separator: "/")
    }
  }

  /// Lines whose remedies differ by the values of the unknown fields, and by no more.
  private static let unknownFields: [String] = [
    #""content":5"#, #""content":"x""#, #""content":[1]"#, #""content":{"a":1}"#,
    #""content":"[object Object]""#,
    #""content":"[1]""#, #""content":null"#, #""system_instruktion":"Be kind.""#,
    #""system_instruktion":[1]"#,
    #""system_instruktion":[{"text":"a"}]"#, #""id":7"#, #""id":"seven""#, #""\u0069d":7"#,
    #""tool":[{"name":"f"}]"#,
    #""tool":"f""#,
  ].map {
    #"{\#($0),"contents":[{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[{"text":"b"}]}]}"#
  }

  private static let files: [String] = [
    "conversation", "media", "other-formats", "shape", "syntax", "text", "tools",
  ]

  /// What is found in lines, with a maximum of findings.
  private func report(on lines: [String], keeping most: Int, threads: Int) throws -> FileReport {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).jsonl")
    try lines.joined(separator: "\n").write(to: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: path) }
    var validation = DatasetValidation(
      trainingPaths: [path.path], requirements: DatasetRequirements(.builtIn))
    validation.rules.maximumFindings = most
    validation.limits.jobs = threads
    return try #require(validation.run().first)
  }

  @Test("Causes are the findings with the same words at the same kind of place", arguments: [1, 3])
  func grouping(threads: Int) throws {
    var lines = Self.unknownFields
    for file in Self.files {
      let url = ProjectFolder.url.appendingPathComponent("Fixtures/faults/\(file).jsonl")
      let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
      lines += text.split(separator: "\n").map(String.init)
    }
    lines = (0..<5).flatMap { round in lines.enumerated().filter { $0.offset % 5 != round }.map(\.element) }
    let all = try report(on: lines, keeping: 0, threads: threads)
    var groups: [Kind: Int] = [:]
    for finding in all.findings where finding.location != nil { groups[Kind(finding), default: 0] += 1 }

    let causes = try report(on: lines, keeping: 1, threads: threads).causes
    let rules = Set(causes.map(\.first.code))
    #expect(rules.count > 20 && rules.contains("TK304"))
    for cause in causes { #expect(cause.findings == groups[Kind(cause.first)], "\(cause.first)") }
    #expect(
      Set(causes.map { Kind($0.first) })
        == Set(groups.filter { rules.contains($0.key.code) && $0.value >= 4 }.keys))
  }
}
