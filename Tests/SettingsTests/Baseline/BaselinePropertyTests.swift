import Diagnostics
import Foundation
import ModelCatalog
import Settings
import Testing
import TestSupport

@testable import TuningDatasets

/// A baseline knows its findings wherever their lines are, and no others.
@Suite struct BaselinePropertyTests {
  /// Lines with faults of many kinds, without those of files as a whole.
  private static let lines: [[UInt8]] = {
    let folder = ProjectFolder.url.appending(path: "Fixtures/faults")
    let names = ["conversation", "dataset", "media", "shape", "syntax", "text", "tools", "other-formats"]
    return names.flatMap { name -> [[UInt8]] in
      let bytes = (try? Data(contentsOf: folder.appending(path: "\(name).jsonl"))) ?? Data()
      return bytes.split(separator: 0x0A).map { $0.filter { $0 != 0x0D } }
    }.filter { $0.contains { $0 > 0x20 } && $0.first != 0xEF && $0.first != UInt8(ascii: "[") }
  }()

  private static let allRules = RuleBook.datasets.rules.reduce(into: RuleSettings(.datasets)) {
    $0.select($1.code)
  }

  /// The reports on lines in so many shards, with all findings.
  private func reports(_ lines: [[UInt8]], shards: Int = 1, jobs: Int = 1) throws -> [FileReport] {
    let folder = try TemporaryFolder()
    let size = max(1, (lines.count + shards - 1) / shards)
    var paths: [String] = []
    for start in stride(from: 0, to: lines.count, by: size) {
      // An example before all others: the first line of a file can be held back.
      let part = [Self.good] + lines[start..<min(start + size, lines.count)]
      paths.append(try folder.write(part.flatMap { $0 + [0x0A] }, as: "\(start).jsonl"))
    }
    var validation = DatasetValidation(
      trainingPaths: paths, requirements: DatasetRequirements(.builtIn))
    validation.areShards = true
    validation.limits.jobs = jobs
    validation.limits.blockBytes = 4096
    validation.rules = Self.allRules
    validation.rules.maximumFindings = 0
    return validation.run()
  }

  private static let good = Array(
    #"{"contents":[{"role":"user","parts":[{"text":"Is it open?"}]},{"role":"model","parts":[{"text":"Yes."}]}]}"#
      .utf8)

  /// The same example with other words.
  private static func good(_ word: String, _ other: String) -> [UInt8] {
    Array(String(decoding: good, as: UTF8.self).replacing(word, with: other).utf8)
  }

  private func baseline(of reports: [FileReport]) throws -> Baseline {
    var collector = BaselineCollector(.datasets)
    for report in reports { try collector.add(report) }
    return try collector.baseline()
  }

  /// The findings that are new, as codes and lines.
  private func new(_ reports: [FileReport], _ baseline: Baseline) -> [String] {
    var filter = BaselineFilter(baseline, .datasets)
    return reports.flatMap { report in
      filter.apply(to: report, keeping: 0).findings.map { "\($0.code):\($0.location?.line ?? 0)" }
    }
  }

  @Test func thereAreManyFindings() throws {
    let reports = try reports(Self.lines)
    #expect(Set(reports[0].findings.map(\.code)).count > 60)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func shufflingAndShardingFindNothingNew(seed: UInt64) throws {
    let known = try baseline(of: try reports(Self.lines))
    var generator = SplitMix64(seed: seed)
    let shuffled = Self.lines.shuffled(using: &generator)
    let shards = Int.random(in: 1...6, using: &generator)
    let reports = try reports(shuffled, shards: shards, jobs: Int(seed))
    // The example before all others is the same in all shards, and a shard has fewer instructions.
    let others = new(reports, known).filter { !$0.hasPrefix("TK707") && !$0.hasPrefix("TK710") }
    #expect(others == [])
  }

  @Test(arguments: [1, 2, 4])
  func aNewFaultIsFoundAlone(jobs: Int) throws {
    let known = try baseline(of: try reports(Self.lines))
    var lines = Self.lines
    let fault = Self.good("model", "tutor") + Array(" ".utf8)
    let place = lines.count / 2
    lines.insert(fault, at: place)
    let found = new(try reports(lines, jobs: jobs), known)
    #expect(found.contains { $0.hasPrefix("TK401") })
    // Lines are counted from 1, and the first one is an example before all others.
    #expect(found.allSatisfy { $0.hasSuffix(":\(place + 2)") }, "\(found)")
  }

  @Test(arguments: [1, 2, 4])
  func oneMoreOfAKnownFaultIsFound(jobs: Int) throws {
    let fault = Self.good("model", "tutor")
    let known = try baseline(of: try reports([fault, fault]))
    let found = new(try reports([fault, Self.good, fault, fault], jobs: jobs), known)
    // Of equal ones, the last in the file is new.
    #expect(found.filter { $0.hasPrefix("TK401") } == ["TK401:5"])
    #expect(new(try reports([fault]), known) == [])
  }

  @Test func linesInAnotherFormatAreCounted() throws {
    let alpaca = Array(#"{"instruction":"a","output":"b"}"#.utf8)
    let known = try baseline(of: try reports([alpaca, alpaca]))
    var filter = BaselineFilter(known, .datasets)
    let report = filter.apply(to: try reports([alpaca, alpaca, alpaca])[0], keeping: 0)
    #expect(report.counts.first { $0.code == "TK311" }?.findings == 1)
    #expect(report.inBaseline >= 2)
    let sharded = new(try reports([alpaca, alpaca], shards: 2), known)
    #expect(sharded.filter { !$0.hasPrefix("TK707") } == [])
  }

  @Test func countsAreThoseOfWhatIsNew() throws {
    let lines = Self.lines
    let all = try reports(lines)
    let known = try baseline(of: try reports(Array(lines.prefix(lines.count / 2))))
    var filter = BaselineFilter(known, .datasets)
    let report = filter.apply(to: all[0], keeping: 3)
    for count in report.counts where !count.isHidden {
      let listed = report.findings.filter { $0.code == count.code }
      #expect(listed.count == min(3, listed.count))
      #expect(count.findings >= listed.count)
      if count.findings <= 3 { #expect(listed.reduce(0) { $0 + $1.occurrences } >= count.findings) }
    }
    let total = all[0].findings.reduce(0) { $0 + $1.occurrences }
    #expect(report.counts.reduce(0) { $0 + $1.findings } + filter.suppressed == total)
  }

  @Test func whatKeepsAFileFromBeingExaminedIsNeverKnown() throws {
    let folder = try TemporaryFolder()
    var validation = DatasetValidation(
      trainingPaths: [try folder.write([], as: "empty.jsonl")], requirements: DatasetRequirements(.builtIn))
    validation.rules.maximumFindings = 0
    let reports = validation.run()
    #expect(new(reports, try baseline(of: reports)) == ["TK001:0"])
  }

  @Test func staleEntriesAreCounted() throws {
    let fault = Self.good("model", "tutor")
    let known = try baseline(of: try reports([fault, fault]))
    var filter = BaselineFilter(known, .datasets)
    _ = filter.apply(to: try reports([fault])[0], keeping: 0)
    #expect(filter.stale { $0 == "TK401" } == 1)
    #expect(filter.stale { $0 == "TK501" } == 0)
  }
}
