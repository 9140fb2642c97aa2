import Diagnostics
import Foundation
import ModelCatalog
import TestSupport
import Testing

@testable import TuningDatasets

@Suite struct ExampleDistributionsTests {
  private static let requirements = DatasetRequirements(loosestOf: .builtIn)
  private static let fixtures = ProjectFolder.url.path + "/Fixtures/"
  private static let names = [
    "support-train.jsonl", "statistics/train.jsonl", "faults/dataset.jsonl", "faults/conversation.jsonl",
    "faults/syntax.jsonl", "faults/media.jsonl", "faults/shape.jsonl",
  ]

  private func validation(_ paths: [String], jobs: Int = 1, blockBytes: Int = 1 << 20) -> DatasetValidation {
    var validation = DatasetValidation(trainingPaths: paths, requirements: Self.requirements)
    validation.gathersDistributions = true
    validation.limits.jobs = jobs
    validation.limits.blockBytes = blockBytes
    return validation
  }

  private func distributions(of validation: DatasetValidation) -> [FileRole: ExampleDistributions] {
    DatasetFixing.Outcome(of: validation.summarize { _ in }).distributions
  }

  @Test("they are the numbers of the statistics, however the file is read", arguments: names)
  func agreement(name: String) throws {
    let path = Self.fixtures + name
    let expected = DatasetMeasurement(trainingPaths: [path], requirements: Self.requirements).run().training
    for (jobs, blockBytes) in [(1, 1 << 20), (1, 64), (3, 512)] {
      let found = try #require(
        distributions(of: validation([path], jobs: jobs, blockBytes: blockBytes))[.training])
      #expect(found.tokens == expected.examples.tokens.total)
      #expect(found.turns == expected.examples.turns)
      #expect(found.uncountedMedia == expected.examples.tokens.uncountedMedia)
      let lines = try Data(contentsOf: URL(filePath: path)).split(separator: 0x0A)
        .filter { !$0.allSatisfy { [0x20, 0x09, 0x0D].contains($0) } }
      #expect(found.lineBytes.count == lines.count)
      #expect(found.lineBytes.sum == lines.reduce(0) { $0 + $1.count })
      #expect(found.lineBytes.maximum == lines.map(\.count).max())
    }
  }

  @Test("files with a role are taken together, and what is found is the same")
  func datasets() throws {
    let paths = Self.names.map { Self.fixtures + $0 }
    var several = validation(paths)
    several.validationPaths = [Self.fixtures + "support-validation.jsonl.gz"]
    let found = distributions(of: several)
    var expected = ExampleDistributions()
    for path in paths { expected.append(try #require(distributions(of: validation([path]))[.training])) }
    #expect(found[.training] == expected)
    #expect(found[.validation]?.turns.count == 48)
    let findings = several.run().map(\.findings)
    several.gathersDistributions = false
    #expect(several.run().map(\.findings) == findings)
    #expect(distributions(of: several).isEmpty)
  }

  @Test("a line that is too long to be read has a length, and a file that is no dataset has none")
  func odd() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      Array("{\"contents\": []}\n{\"long\": \"\(String(repeating: "x", count: 5000))\"}\n".utf8),
      as: "a.jsonl")
    var limited = validation([path])
    limited.limits.maximumLineBytes = 1000
    #expect(distributions(of: limited)[.training]?.lineBytes.maximum == 5012)
    let array = try folder.write(Array("[\n{\"contents\": []}\n]\n".utf8), as: "b.jsonl")
    #expect(distributions(of: validation([array])).isEmpty)
  }
}
