import Diagnostics
import Foundation
import TestSupport
import Testing
import TuningDatasets

/// One fault of each kind among many good examples, shuffled and compressed: every fault is found at its place, and
/// nothing else.
@Suite("planted faults") struct PlantedFaultsTests {
  /// How many examples are good; TUNEKIT_PLANTED_EXAMPLES asks for another number.
  static let examples = Int(ProcessInfo.processInfo.environment["TUNEKIT_PLANTED_EXAMPLES"] ?? "") ?? 1000

  private static let plants = Result {
    Dictionary(uniqueKeysWithValues: try PlantingConditions.all.map { ($0, try Plant.all(under: $0)) })
  }

  @Test(
    "one fault of each kind", .enabled(if: Tool.has("gzip"), "needs gzip"), arguments: PlantingConditions.all)
  func planted(conditions: PlantingConditions) throws {
    let seed: UInt64 = 20_261_128
    let plants = try #require(Self.plants.get()[conditions])
    #expect(plants.count > 80)
    let planted = PlantedFile(plants, among: Self.examples, seed: seed, allowsVideos: conditions.allowsVideos)
    let folder = try TemporaryFolder()
    let path = try folder.write(planted.bytes, as: "train.jsonl")
    var expected = planted.findings
    if let first = planted.firstWithFunctions {
      // What is said once of a file may be said at an example that is good otherwise.
      let alone = try conditions.validation(of: folder.write(Array(first.line), as: "alone.jsonl"))
      expected += alone.run()[0].findings.filter { $0.code == "TK611" }.map { finding in
        var placed = PlacedFinding(finding)
        placed.line = first.number
        return placed
      }
    }
    expected = PlacedFinding.inFile(expected)
    try Tool.run("gzip -f \(path)")
    for jobs in [1, 2] {
      var validation = try conditions.validation(of: path + ".gz")
      validation.limits.jobs = jobs
      let report = try #require(validation.run().first)
      #expect(report.examples >= Self.examples && report.failure == nil)
      expectSame(report.findings.map(PlacedFinding.init), expected, "seed \(seed), \(jobs) threads")
    }
  }

  /// Expects the same findings in any order, and shows only those that differ.
  private func expectSame(_ found: [PlacedFinding], _ expected: [PlacedFinding], _ comment: Comment) {
    func counted(_ findings: [PlacedFinding]) -> [PlacedFinding: Int] {
      findings.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    let (ours, theirs) = (counted(found), counted(expected))
    let missing = theirs.filter { ours[$0.key] != $0.value }.keys.sorted()
    let unexpected = ours.filter { theirs[$0.key] != $0.value }.keys.sorted()
    #expect(missing.prefix(20) == [], comment)
    #expect(unexpected.prefix(20) == [], comment)
  }

  /// The rules whose faults cannot be among the lines of a file with others, and why.
  static let notPlanted: [RuleCode: String] = [
    "TK001": "there is no example in such a file",
    "TK002": "the data end there", "TK003": "the data end there",
    "TK004": "they are not in a line, but after the compressed data",
    "TK005": "the file itself is the fault: it is compressed",
    "TK006": "it is the file's name",
    "TK007": "such a file has nothing else", "TK008": "such a file has nothing else",
    "TK009": "it is the size of the file",
    "TK105": "the file itself is the fault: its last line has no line feed",
    "TK202": "the first bytes of a file tell", "TK203": "the first lines of a file tell",
    "TK701": "it is the number of examples", "TK702": "it is the number of examples",
    "TK704": "it takes a tenth of the examples",
    "TK705": "the run itself is the fault: it has no validation dataset",
    "TK706": "it is about a validation dataset", "TK708": "it is about a validation dataset",
    "TK710": "nine of ten examples would have the same instruction; see PlantedOverlapsTests",
    "TK711": "it is about a validation dataset",
  ]

  @Test("every rule is planted, or there is a reason why not")
  func everyRule() throws {
    let planted = Set(try Self.plants.get().values.joined().map(\.code))
    for rule in RuleBook.datasets.rules {
      #expect(planted.contains(rule.code) == (Self.notPlanted[rule.code] == nil), "\(rule.code) \(rule.name)")
    }
  }
}
