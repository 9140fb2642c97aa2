import Diagnostics
import ModelCatalog
import TestSupport
import Testing
import TuningDatasets

/// However many threads examine a file, and wherever they cut it, they report the same.
@Suite struct JobsTests {
  private static let jobs = [2, 3, 8]

  /// What a file is reported to hold, all of it.
  private func report(
    _ path: String, jobs: Int, blockBytes: Int, _ adjust: (inout DatasetValidation) -> Void = { _ in }
  ) throws -> String {
    var validation = DatasetValidation(
      trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn))
    for rule in RuleBook.datasets.rules { validation.rules.select(rule.code) }
    adjust(&validation)
    (validation.limits.jobs, validation.limits.blockBytes) = (jobs, blockBytes)
    let report = try #require(validation.run().first)
    return """
      \(report.examples) examples, \(report.turns) turns, \(report.bytes) bytes, \
      not examined \(report.examplesNotExamined), failure \(report.failure ?? "none")
      \(report.counts.map { "\($0)" }.joined(separator: "\n"))
      \(report.findings.map { "\($0)" }.joined(separator: "\n"))
      """
  }

  @Test("nasty files, plain and compressed", arguments: 41...56)
  func nastyFiles(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let folder = try TemporaryFolder()
    for _ in 0..<3 {
      let bytes = NastyFile.bytes(&generator)
      let compressed = NastyFile.damaged(ExampleData.gzip(bytes), &generator)
      let maximumFindings = generator.pick([0, 1, 2, 20])
      let maximumLineBytes = generator.pick([60, 150, 1 << 20])
      for path in [try folder.write(bytes, as: "a.jsonl"), try folder.write(compressed, as: "b.jsonl.gz")] {
        for blockBytes in [1, 7, 100, 1000] {
          func found(jobs: Int) throws -> String {
            try report(path, jobs: jobs, blockBytes: blockBytes) {
              $0.rules.maximumFindings = maximumFindings
              $0.limits.maximumLineBytes = maximumLineBytes
            }
          }
          let expected = try found(jobs: 1)
          for jobs in Self.jobs {
            let found = try found(jobs: jobs)
            guard found != expected else { continue }
            Issue.record(
              """
              \(jobs) threads, blocks of \(blockBytes) bytes, limit \(maximumLineBytes), kept \(maximumFindings), \
              of \(String(decoding: bytes, as: UTF8.self)):
              \(found)
              expected:
              \(expected)
              """)
            return
          }
        }
      }
    }
  }

  /// As they stand, most examples of rules are too short for a second thread.
  @Test("the examples of rules, between good lines", arguments: Case.all)
  func ruleExamples(_ sample: Case) throws {
    guard sample.example.isText else { return }
    let good = Array((NastyFile.good + "\n").utf8)
    var data = ExampleData(sample.example).bytes
    if data.last != 0x0A { data.append(0x0A) }
    let folder = try TemporaryFolder()
    let path = try folder.write(good + data + data + good, as: "train.jsonl")
    let expected = try report(path, jobs: 1, blockBytes: 1 << 20)
    for blockBytes in [16, 50, 120] {
      for jobs in [2, 3] {
        #expect(try report(path, jobs: jobs, blockBytes: blockBytes) == expected)
      }
    }
  }

  @Test("a deeply nested line is examined on any thread")
  func deeplyNested() throws {
    let nested = String(repeating: "[", count: 99) + String(repeating: "]", count: 99)
    let line = String(NastyFile.good.dropLast()) + ",\"deep\":\(nested)}\n"
    let bytes = Array((NastyFile.good + "\n" + String(repeating: line, count: 500)).utf8)
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, as: "train.jsonl")
    #expect(try report(path, jobs: 4, blockBytes: 1000) == report(path, jobs: 1, blockBytes: 1000))
  }
}
