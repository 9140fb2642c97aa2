import Foundation
import TestSupport
import Testing

/// The whole program against the server that plays the services. The scenarios are in `submission_runs.py`.
@Suite(.enabled(if: Tool.has("python3"), "the server is a program in Python"))
struct SubmissionRunTests {
  private static let folder = ProjectFolder.url.path + "/Tests/SubmissionTests/EndToEnd"

  /// The program that was built together with these tests; nil if it is not there.
  private static let program: String? = {
    let bundles = Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }
    let beside = bundles.map { $0.bundleURL.deletingLastPathComponent() } + [Bundle.main.bundleURL]
    return beside.map { $0.path + "/tunekit-submit" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }()

  private func run(_ words: [String]) throws {
    let program = try #require(Self.program)
    let command = (["python3", Self.folder + "/submission_runs.py", program] + words).joined(separator: " ")
    let output = try Tool.output(of: ["sh", "-c", command + " 2>&1; echo \"status $?\""])
    #expect(output.hasSuffix("status 0\n"), "\(output)")
  }

  @Test(
    "submissions end as they should",
    arguments: [
      "whole-run", "other-commands", "cancelled-or-not", "dry-run", "nobody-to-ask", "addresses",
      "moved-files", "findings", "continued-model", "failed-jobs", "refused-jobs", "lost-answers", "twins",
      "no-job-appears", "killed-at-calls", "markers", "full-disk", "not-waiting", "doubt", "interrupted",
      "changed-data", "odd-answers", "question", "hand-over", "equal-jobs", "late-twins", "again-continues",
      "too-many", "results-first", "other-data", "replacing", "job-files", "rehearsals", "no-files", "gcloud",
      "full-output", "before-the-job", "missing-jobs", "advice", "words", "told-to-programs", "unreached",
      "listed",
    ])
  func scenario(name: String) throws { try run([name]) }

  @Test("with random faults there is one job at most, and every end has its reason")
  func random() throws { try run(["random", "1", "8"]) }

  @Test("killed at random moments, the next run continues, and there is one job")
  func killed() throws { try run(["killed", "1", "8"]) }
}
