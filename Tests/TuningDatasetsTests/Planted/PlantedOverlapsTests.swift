import Diagnostics
import ModelCatalog
import TestSupport
import Testing
import TuningDatasets

/// Training and validation in two compressed files each, with examples in common: each is found at its place, with the place
/// of the first one, and nothing else is.
@Suite("planted overlaps") struct PlantedOverlapsTests {
  /// A finding at the beginning of a line, and the file and the line that it relates to; -1 for none.
  private struct Found: Hashable, Comparable {
    let file: Int
    let code: RuleCode
    let line: Int
    var related = [-1, -1]

    static func < (left: Found, right: Found) -> Bool {
      (left.file, left.line, left.code) < (right.file, right.line, right.code)
    }
  }

  @Test(
    "duplicates, conflicts and overlaps, spelled in other ways", .enabled(if: Tool.has("gzip"), "needs gzip"))
  func planted() throws {
    let seed: UInt64 = 20_261_129
    let planted = OverlappingFiles(training: PlantedFaultsTests.examples, seed: seed)
    let folder = try TemporaryFolder()
    let paths = try planted.files.indices.map { file in
      let path = try folder.write(planted.bytes(ofFile: file), as: "\(file).jsonl")
      try Tool.run("gzip -f \(path)")
      return path + ".gz"
    }
    let expected = Self.expected(in: planted.files).sorted()
    #expect(Set(expected.map(\.code)).count == 5)
    for jobs in [1, 2] {
      var validation = DatasetValidation(
        trainingPaths: Array(paths[..<2]), requirements: DatasetRequirements(loosestOf: .builtIn))
      validation.areShards = true
      validation.validationPaths = Array(paths[2...])
      validation.rules.maximumFindings = 0
      (validation.limits.jobs, validation.limits.blockBytes) = (jobs, 1 << 16)
      var found: [Found] = []
      for (file, report) in validation.run().enumerated() {
        #expect(report.failure == nil && report.examples == planted.files[file].count)
        for finding in report.findings where finding.code != "TK005" {
          let location = try #require(finding.location, "\(finding)")
          #expect(finding.code == "TK711" || location.column == 1)
          let related = finding.related.map { place in
            [place.path.map { paths.firstIndex(of: $0) ?? -2 } ?? file, place.location.line]
          }
          #expect(related.count <= 1)
          found.append(
            Found(file: file, code: finding.code, line: location.line, related: related.first ?? [-1, -1]))
        }
      }
      let missing = expected.filter { !found.contains($0) }
      let unexpected = found.sorted().filter { !expected.contains($0) }
      #expect(missing.prefix(10) == [], "seed \(seed), \(jobs) threads")
      #expect(unexpected.prefix(10) == [], "seed \(seed), \(jobs) threads")
      #expect(found.count == expected.count)
    }
  }

  /// What the rules say that they find.
  private static func expected(in files: [[OverlappingFiles.Entry]]) -> [Found] {
    var found: [Found] = []
    var trained: [Int: [Int]] = [:]
    var trainedWithAnswer: [[Int]: [Int]] = [:]
    for dataset in [0..<2, 2..<4] {
      var first: [Int: (place: [Int], answer: Int, isConflict: Bool)] = [:]
      var places: [[Int]: [[Int]]] = [:]
      for file in dataset {
        for (index, entry) in files[file].enumerated() {
          let place = [file, index + 1]
          places[[entry.prompt, entry.answer], default: []].append(place)
          if let known = first[entry.prompt] {
            guard known.answer != entry.answer, !known.isConflict else { continue }
            found.append(Found(file: file, code: "TK709", line: index + 1, related: known.place))
            first[entry.prompt]?.isConflict = true
          } else {
            first[entry.prompt] = (place, entry.answer, false)
          }
        }
      }
      for places in places.values where places.count > 1 {
        found.append(Found(file: places[1][0], code: "TK707", line: places[1][1], related: places[0]))
      }
      if dataset.lowerBound == 0 {
        trained = first.mapValues(\.place)
        trainedWithAnswer = places.mapValues { $0[0] }
      }
    }
    for file in 2..<4 {
      for (index, entry) in files[file].enumerated() {
        guard let place = trainedWithAnswer[[entry.prompt, entry.answer]] ?? trained[entry.prompt] else {
          continue
        }
        found.append(Found(file: file, code: "TK708", line: index + 1, related: place))
      }
    }
    return found + firstOfTheirKind(in: files)
  }

  /// The first example without the system instruction of the others, and the first image for validation.
  private static func firstOfTheirKind(in files: [[OverlappingFiles.Entry]]) -> [Found] {
    func first(
      in files: [[OverlappingFiles.Entry]], from file: Int, where isMeant: (OverlappingFiles.Entry) -> Bool
    )
      -> [Int]
    {
      for (offset, entries) in files.enumerated() {
        if let index = entries.firstIndex(where: isMeant) { return [file + offset, index + 1] }
      }
      return [-1, -1]
    }
    let training = Array(files[..<2])
    let other = first(in: training, from: 0) { !$0.hasInstruction }
    let common = first(in: training, from: 0) { $0.hasInstruction }
    let image = first(in: Array(files[2...]), from: 2) { $0.hasImage }
    return [
      Found(file: other[0], code: "TK710", line: other[1], related: common),
      Found(file: image[0], code: "TK711", line: image[1]),
    ]
  }
}
