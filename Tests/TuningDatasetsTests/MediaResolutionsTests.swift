import Diagnostics
import ModelCatalog
import TestSupport
import Testing
import TuningDatasets

/// Media resolutions of several files, however they are cut into parts.
@Suite struct MediaResolutionsTests {
  private static func line(_ resolution: String?) -> String {
    let config =
      resolution.map { #","generationConfig":{"mediaResolution":"MEDIA_RESOLUTION_\#($0)"}"# } ?? ""
    return #"""
      {"contents":[{"role":"user","parts":[{"fileData":{"mimeType":"image/jpeg","fileUri":"gs://b/cat.jpg"}},\#
      {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]\#(config)}
      """# + "\n"
  }

  /// The lines at which the rule finds something, for each file; validation files are the last ones.
  private func found(
    _ files: [[String?]], areShards: Bool = false, validationFiles: Int = 0, jobs: Int = 1,
    blockBytes: Int = 1 << 20
  ) throws -> [[Finding]] {
    let folder = try TemporaryFolder()
    let paths = try files.enumerated().map { index, lines in
      try folder.write(Array(lines.map(Self.line).joined().utf8), as: "\(index).jsonl")
    }
    var validation = DatasetValidation(
      trainingPaths: paths.dropLast(validationFiles),
      requirements: DatasetRequirements(loosestOf: .builtIn))
    validation.areShards = areShards
    validation.validationPaths = paths.suffix(validationFiles)
    validation.limits.jobs = jobs
    validation.limits.blockBytes = blockBytes
    return validation.run().map { report in report.findings.filter { $0.code == "TK515" } }
  }

  private func lines(_ findings: [[Finding]]) -> [[Int]] { findings.map { $0.compactMap(\.location?.line) } }

  @Test func oneFile() throws {
    #expect(try lines(found([["LOW", "LOW", "HIGH", nil, "LOW", "MEDIUM"]])) == [[3, 6]])
    #expect(try lines(found([[nil, "HIGH", nil]])) == [[]])
    let finding = try #require(found([["LOW", nil]])[0].first)
    #expect(finding.arguments == ["HIGH by default", "LOW", "the examples before it"])
    #expect(finding.related.map(\.location.line) == [1] && finding.related[0].path == nil)
  }

  @Test(arguments: [1, 3], [16, 400, 1 << 20])
  func inParts(jobs: Int, blockBytes: Int) throws {
    let file =
      Array(repeating: "LOW" as String?, count: 50) + ["HIGH"] + Array(repeating: "LOW", count: 50) + [
        "MEDIUM"
      ]
    #expect(try lines(found([file], jobs: jobs, blockBytes: blockBytes)) == [[51, 102]])
  }

  @Test func trainingAndValidation() throws {
    let findings = try found([["LOW"], ["HIGH", "HIGH"]], validationFiles: 1)
    #expect(lines(findings) == [[], [1]])
    let finding = try #require(findings[1].first)
    #expect(finding.arguments == ["HIGH", "LOW", "the training dataset"])
    #expect(finding.related[0].path?.hasSuffix("0.jsonl") == true)
    #expect(try lines(found([["LOW", "HIGH"], ["HIGH"]], validationFiles: 1)) == [[2], []])
    #expect(try lines(found([["LOW"], ["HIGH", "LOW"]], validationFiles: 1)) == [[], [1, 2]])
    #expect(try lines(found([["LOW"], ["LOW"]], validationFiles: 1)) == [[], []])
    #expect(try lines(found([[], ["LOW"]], validationFiles: 1)) == [[], []])
    #expect(try lines(found([["LOW"], ["LOW"], ["HIGH"]], validationFiles: 2)) == [[], [], [1]])
    #expect(try lines(found([["LOW"], ["HIGH"]], validationFiles: 2)) == [[], [1]])
  }

  @Test func shardsAreOneDataset() throws {
    #expect(try lines(found([["LOW"], ["HIGH"], ["LOW"]], areShards: true)) == [[], [1], []])
    #expect(try lines(found([["LOW"], ["HIGH"], ["LOW"]])) == [[], [], []])
  }
}
