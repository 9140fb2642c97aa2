import Foundation
import Testing

/// The right verdict and the right words on what public reports are about.
@Suite("Public cases")
struct PublicCaseTests {
  @Test("Every case has its check, and every check its case")
  func names() throws {
    #expect(try PublicCase.names(in: PublicCase.ours) == Set(PublicCase.checks.map(\.name)))
    #expect(Set(PublicCase.verdicts.keys) == Set(PublicCase.checks.map(\.name)))
  }

  @Test(
    "The reported cases are those that are checked, and say what is right in the same words",
    .enabled(if: PublicCase.hasReported, "they lie beside the project, not in it"))
  func reportedVerdicts() throws {
    for name in try PublicCase.names(in: PublicCase.reported).sorted() {
      let text = try String(contentsOfFile: "\(PublicCase.reported)/\(name)/expected.txt", encoding: .utf8)
      let right = text.split(separator: "\n").first { $0.hasPrefix("right verdict: ") }
      let known = try #require(PublicCase.verdicts[name], "add a check of \(name), and a case of our own")
      #expect(right?.dropFirst("right verdict: ".count).hasPrefix(known) == true, "\(name): \(right ?? "")")
    }
  }

  @Test("Our cases get the right verdict", arguments: PublicCase.checks)
  func ours(_ check: PublicCase.Check) throws {
    try run(check, in: "\(PublicCase.ours)/\(check.name)")
  }

  @Test(
    "The reported cases get the right verdict",
    .enabled(if: PublicCase.hasReported, "they lie beside the project, not in it"),
    arguments: PublicCase.checks)
  func reported(_ check: PublicCase.Check) throws {
    try run(check, in: "\(PublicCase.reported)/\(check.name)")
  }

  private func run(_ check: PublicCase.Check, in folder: String) throws {
    let scratch = try Scratch()
    let output = try scratch.run(
      "cd '\(folder)' && tunekit \(check.command) --format json --max-findings 0")
    #expect(output.errors == "", "\(check.name)")
    let report = try JSONDecoder().decode(Report.self, from: Data(output.text.utf8))
    let findings = report.files.flatMap(\.findings)
    for expectation in check.expectations { expect(expectation, among: findings, of: check) }
    if check.isAll {
      let others = findings.filter { finding in
        finding.severity != "info" && finding.code != "TK701"
          && !check.expectations.contains { finding.meets($0) }
      }
      #expect(others.map(\.summary) == [], "\(check.name): nothing else is wrong")
    }
  }

  private func expect(
    _ expectation: PublicCase.Expectation, among findings: [Report.Finding], of check: PublicCase.Check
  ) {
    let found = findings.filter { $0.meets(expectation) }
    let lines = Set(found.compactMap(\.line))
    #expect(!found.isEmpty, "\(check.name): no \(expectation.severity) at '\(expectation.place)'")
    #expect(lines.isSuperset(of: expectation.lines ?? []), "\(check.name): a line is missing")
    for finding in found {
      let text = finding.message + "; " + finding.remedy
      for words in expectation.words { #expect(text.contains(words), "\(check.name)") }
      for words in expectation.noWords { #expect(!text.contains(words), "\(check.name)") }
    }
  }
}

/// What is read of the JSON output.
private struct Report: Decodable {
  struct File: Decodable {
    let findings: [Finding]
  }

  struct Finding: Decodable {
    let code: String
    let severity: String
    let message: String
    let remedy: String
    let line: Int?
    let pointer: String?

    /// What is found, and where.
    var summary: String { "\(severity) \(code) on line \(line ?? 0) at \(pointer ?? "the file")" }

    /// Whether this may be what is expected.
    func meets(_ expectation: PublicCase.Expectation) -> Bool {
      let isOnLine = expectation.lines.map { lines in line.map(lines.contains) ?? false } ?? true
      let isThere = expectation.place.isEmpty || (pointer ?? "").contains(expectation.place)
      return severity == expectation.severity && isOnLine && isThere
    }
  }

  let files: [File]
}
