import Diagnostics
import Testing

@testable import tunekit

/// How the program ends, whatever came up together.
@Suite("Outcomes")
struct OutcomeTests {
  private static let trouble = Trouble("'a' cannot be read")

  @Test(
    "What could not be done wins over what was found",
    arguments: [
      (false, false, 0, 0), (true, false, 0, 1), (false, true, 0, 2),
      (true, true, 0, 2), (false, false, 1, 2), (true, false, 1, 2),
      (false, true, 2, 2), (true, true, 2, 2),
    ])
  func exitStatus(hasFailed: Bool, isCutShort: Bool, troubles: Int, expected: Int32) {
    var outcome = Outcome(hasFailed: hasFailed, isCutShort: isCutShort)
    for _ in 0..<troubles { outcome.add(Self.trouble) }
    #expect(outcome.exitStatus.rawValue == expected)
  }

  @Test(
    "Findings count from the severity on that the user says",
    arguments: [
      (FailureChoice.error, Severity.error, true), (.error, .warning, false), (.error, .info, false),
      (.warning, .error, true), (.warning, .warning, true), (.warning, .info, false),
      (.never, .error, false), (.never, .warning, false), (.never, .info, false),
    ])
  func failOn(choice: FailureChoice, severity: Severity, counts: Bool) throws {
    let count = FileReport.Count(code: "TK401", severity: severity, findings: 1, isHidden: false)
    let outcome = Outcome(Self.run([Self.file(counts: [count])]), failingOn: choice)
    #expect(outcome.exitStatus == (counts ? .findings : .clean))
  }

  @Test("A file that could not be checked is trouble, whatever else was found")
  func failures() throws {
    let files = [Self.file(failure: "'a' cannot be read"), Self.file(), Self.file(failure: "'b' is gone")]
    let outcome = Outcome(Self.run(files), failingOn: .never)
    #expect(outcome.exitStatus == .trouble)
    #expect(outcome.troubles.map(\.message) == ["'a' cannot be read", "'b' is gone"])
  }

  @Test("What fails is kept, and what comes after it is done")
  func attempts() {
    var outcome = Outcome()
    let first: Int? = outcome.attempt { () throws(Trouble) in throw Self.trouble }
    let second = outcome.attempt { () throws(Trouble) in 7 }
    #expect(first == nil)
    #expect(second == 7)
    #expect(outcome.troubles.count == 1)
  }

  private static func run(_ files: [FileReport]) -> RunReport {
    RunReport(
      toolVersion: "0.1.0", catalogDate: "2026-11-22", model: nil, files: files, elapsedSeconds: 0)
  }

  private static func file(counts: [FileReport.Count] = [], failure: String? = nil) -> FileReport {
    FileReport(
      path: "a", role: .training, examples: 1, turns: 2, bytes: 3, examplesNotExamined: 0, findings: [],
      counts: counts, failure: failure)
  }
}
