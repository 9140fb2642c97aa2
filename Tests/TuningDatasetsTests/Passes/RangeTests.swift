import ByteStreams
import Diagnostics
import Foundation
import ModelCatalog
import Reports
import Testing
import TestSupport

@testable import TuningDatasets

/// Wherever a file is cut into ranges, each read by a validator that knows nothing of the others, and in whatever bracketing
/// what they found is put together: the report is that of one validator.
@Suite struct RangeTests {
  private static let requirements = DatasetRequirements(loosestOf: .builtIn)

  private func makeValidation(_ path: String, _ generator: inout SplitMix64) -> DatasetValidation {
    var validation = DatasetValidation(trainingPaths: [path], requirements: Self.requirements)
    for rule in RuleBook.datasets.rules { validation.rules.select(rule.code) }
    validation.rules.maximumFindings = generator.pick([0, 1, 2, 20])
    validation.limits.maximumLineBytes = generator.pick([60, 150, 1 << 20])
    validation.limits.blockBytes = generator.pick([16, 100, 1 << 14])
    return validation
  }

  /// What one range holds, written as JSON and read again.
  private func part(_ path: String, _ range: Range<Int>, _ validation: DatasetValidation) throws
    -> ValidatedLines
  {
    let runner = PassRunner<ValidationPass>(
      settings: validation.settings(ofFile: 0), limits: validation.limits)
    let part = runner.run(try ByteStream(path: path), range: range)
    return try JSONDecoder().decode(ValidatedLines.self, from: JSONEncoder().encode(part))
  }

  /// Appends parts to each other, two that adjoin at a time.
  private func joined(
    _ parts: [ValidatedLines], _ settings: ValidationSettings, _ generator: inout SplitMix64
  ) -> ValidatedLines {
    var parts = parts
    while parts.count > 1 {
      let index = Int.random(in: 0..<parts.count - 1, using: &generator)
      ValidationPass.append(parts[index + 1], to: &parts[index], settings)
      parts.remove(at: index + 1)
    }
    return parts[0]
  }

  private func json(_ report: FileReport) -> String {
    var text = ""
    JSONReport(rules: RuleBook.datasets).write(
      RunReport(toolVersion: "1", catalogDate: "2026-11-22", model: nil, files: [report], elapsedSeconds: 0),
      to: &text)
    return text
  }

  /// Cuts a file at so many places.
  private func expectSameReport(
    _ stored: [UInt8], length: Int, cuts: Int, _ name: String, _ generator: inout SplitMix64
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(stored, as: "train.jsonl")
    let validation = makeValidation(path, &generator)
    let expected = try #require(validation.run().first)
    var places: Set<Int> = []
    for _ in 0..<min(cuts, length) { places.insert(Int.random(in: 1...max(1, length), using: &generator)) }
    let borders = [0] + places.sorted() + [Int.max]
    let parts = try zip(borders, borders.dropFirst()).map { try part(path, $0..<$1, validation) }
    let file = DatasetValidation.ReadFile(
      path: path, lines: joined(parts, validation.settings(ofFile: 0), &generator),
      isCompressed: stored.starts(with: [0x1F, 0x8B]), isNamedFile: true)
    let found = try #require(validation.conclude([file]).first).report
    let (lines, expectedLines) = (json(found).split(separator: "\n"), json(expected).split(separator: "\n"))
    let difference = zip(lines, expectedLines).first { $0 != $1 }.map { "\($0) in place of \($1)" }
    if lines != expectedLines {
      let cut = "cut at \(places.sorted().prefix(20))"
      Issue.record("\(name.debugDescription), \(cut): \(difference ?? "more or fewer lines")")
    }
  }

  @Test(
    "files that are hard to put together, plain, compressed and damaged", arguments: 0..<60 as Range<UInt64>)
  func nastyFiles(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let bytes = NastyFile.bytes(&generator)
    for cuts in [1, 3, 20] {
      try expectSameReport(bytes, length: bytes.count, cuts: cuts, "plain, seed \(seed)", &generator)
      let compressed = NastyFile.damaged(ExampleData.gzip(bytes), &generator)
      try expectSameReport(compressed, length: bytes.count, cuts: cuts, "gzip, seed \(seed)", &generator)
    }
  }

  private static let folders = ["Fixtures", "Fixtures/faults", "Fixtures/documented"]
  static let fixturePaths: [String] = folders.flatMap { folder in
    let path = ProjectFolder.url.path + "/" + folder
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
      .filter { $0.contains(".jsonl") }.map { path + "/" + $0 }
  }

  @Test("the fixtures, cut at 200 places", arguments: fixturePaths)
  func fixtures(path: String) throws {
    let stored = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    var generator = SplitMix64(seed: UInt64(stored.count))
    // Of compressed data more places than there are bytes do no harm.
    try expectSameReport(stored, length: 2 * stored.count, cuts: 200, path, &generator)
  }

  @Test("a range that ends anywhere in the beginning of a file that is no dataset")
  func openings() throws {
    let openings = [
      "\n\n[\n{\"contents\":[]},\n", "\u{FEFF}[{\"contents\":[]}]\n\n", "{\n\"contents\": [\n",
      "[]\n\n\n\(NastyFile.good)\n",
      "\r\n\r\n{\n\n  \"contents\": 1", "{\"contents\":[\n\n\n\(NastyFile.good)\n", "\n \n\u{FEFF}[\n{}",
      "version https://git-lfs\n",
      "[\n", "[]", "\u{FEFF}[]\n", "{", "a,b\n1,2\n3,4\n", "\n\na\tb\n1\t2", "a,b\n1,2\n\(NastyFile.good)\n",
    ]
    var generator = SplitMix64(seed: 9)
    for opening in openings {
      let bytes = Array(opening.utf8)
      for _ in 0..<8 {
        try expectSameReport(bytes, length: bytes.count, cuts: bytes.count / 2, opening, &generator)
        try expectSameReport(bytes, length: bytes.count, cuts: 1, opening, &generator)
      }
    }
  }
}
