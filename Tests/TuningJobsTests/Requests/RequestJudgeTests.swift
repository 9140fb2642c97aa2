import JSONLines
import TestSupport
import Testing

@testable import TuningJobs

/// Google's own types judge the bodies.
@Suite struct RequestJudgeTests {
  @Test(
    "every body is a TuningJob of the API, and the judge refuses what is none",
    .enabled(
      if: Tool.hasPython("google.cloud.aiplatform_v1beta1"), "needs Python with google-cloud-aiplatform"))
  func bodies() throws {
    let bodies = try RequestSample.all.map { try RequestSample.request($0.1).body }
    let bad = [#"{"supervisedTuningSpec": {"epochs": 3}}"#, #"{"project": "p"}"#, #"{"baseModel": 3}"#]
    // A line feed stands between members only: in strings it is escaped.
    let lines = (bodies + bad).map { $0.replacing("\n", with: " ") + "\n" }
    let verdicts = try Tool.output(
      of: ["python3", RequestSample.helper("TuningJobJudge.py")], input: lines.joined()
    ).split(separator: "\n")
    #expect(verdicts.prefix(bodies.count).allSatisfy { $0 == "ok" }, "\(verdicts)")
    #expect(verdicts.count == lines.count && verdicts.suffix(bad.count).allSatisfy { $0 != "ok" })
  }
}
