import ByteStreams
import Foundation
import ModelCatalog
import Testing
import TestSupport

@testable import TuningDatasets

@Suite struct DatasetMeasurementTests {
  private static let requirements = DatasetRequirements(loosestOf: .builtIn)
  private static let fixtures = ProjectFolder.url.path + "/Fixtures"

  private func measure(_ paths: [String], jobs: Int = 1, blockBytes: Int = 1 << 20) -> DatasetStatistics {
    var measurement = DatasetMeasurement(trainingPaths: paths, requirements: Self.requirements)
    measurement.limits.jobs = jobs
    measurement.limits.blockBytes = blockBytes
    return measurement.run().training
  }

  @Test(
    "a second count by Foundation comes to the same",
    arguments: [
      "statistics/train.jsonl", "statistics/validation.jsonl", "support-train.jsonl", "faults/dataset.jsonl",
    ])
  func judge(name: String) throws {
    let path = "\(Self.fixtures)/\(name)"
    let found = measure([path])
    let judge = try StatisticsJudge(path)
    let examples = found.examples
    #expect(examples.examples == judge.examples)
    #expect(examples.linesNotRead == judge.linesNotRead)
    #expect(examples.linesInOtherFormats == judge.linesInOtherFormats)
    #expect(examples.turns.sum == judge.turns.reduce(0, +))
    #expect(examples.turns.maximum == judge.turns.max())
    for role in RoleStatistics.Role.allCases {
      #expect(examples.roles[role] == judge.roles[role.rawValue] ?? 0, "\(role)")
    }
    #expect(examples.instructions.examples == judge.instructions.values.reduce(0, +))
    #expect(examples.instructions.distinct == judge.instructions.count)
    #expect(examples.instructions.examplesWithMostCommon == judge.instructions.values.max() ?? 0)
    for kind in MediaStatistics.Kind.allCases {
      let expected = judge.media[kind.name] ?? [:]
      #expect(examples.media[kind].files == expected["fileData"] ?? 0, "\(kind)")
      #expect(examples.media[kind].inline == expected["inlineData"] ?? 0, "\(kind)")
    }
    let names = Set(judge.declarations.keys).union(judge.calls.keys).union(judge.responses.keys)
    #expect(examples.functions.distinct == names.count)
    let functions = try #require(examples.functions.mostUsed(atMost: .max))
    #expect(functions.count == names.count)
    for function in functions {
      #expect(function.declarations == judge.declarations[function.name] ?? 0, "\(function.name)")
      #expect(function.calls == judge.calls[function.name] ?? 0, "\(function.name)")
      #expect(function.responses == judge.responses[function.name] ?? 0, "\(function.name)")
    }
    #expect(functions.map(\.calls) == functions.map(\.calls).sorted(by: >))
    #expect(examples.functions.calls == judge.calls.values.reduce(0, +))
    #expect(examples.functions.turnsWithParallelCalls == judge.turnsWithParallelCalls)
    #expect(examples.scripts.characters == judge.characters)
    #expect(found.repeats.repetitions == judge.repetitions)
    #expect(found.repeats.promptRepetitions == judge.promptRepetitions)
  }

  @Test("what was planted in the fixture is found")
  func planted() {
    var measurement = DatasetMeasurement(
      trainingPaths: ["\(Self.fixtures)/statistics/train.jsonl"], requirements: Self.requirements)
    measurement.validationPaths = ["\(Self.fixtures)/statistics/validation.jsonl"]
    let (training, validation) = measurement.run()
    #expect(training.examples.examples == 15 && training.examples.linesNotRead == 2)
    #expect(training.examples.linesInOtherFormats == 1)
    #expect(training.repeats.repetitions == 1 && training.repeats.promptRepetitions == 2)
    #expect(validation.examples.examples == 4)
    #expect(validation.repeats.alsoBefore == 1 && validation.repeats.promptsAlsoBefore == 2)
    #expect(training.longest.first?.line == 19)
    #expect(training.longest.map(\.tokens) == training.longest.map(\.tokens).sorted(by: >))
    #expect(training.examples.functions.function(named: "find_part")?.calls == 5)
    #expect(training.examples.functions.mostCallsInTurn == 3)
  }

  @Test("the most common of many is told where all are counted", arguments: [65_536, 65_537])
  func mostCommon(different: Int) throws {
    let line = { (name: String) in
      """
      {"systemInstruction":{"parts":[{"text":"\(name)"}]},"contents":[{"role":"model","parts":[{"functionCall":\
      {"name":"\(name)"}}]}]}\n
      """
    }
    var text = String(repeating: line("common"), count: 3000)
    for number in 1..<different { text += line("f\(number)") }
    let folder = try TemporaryFolder()
    let path = try folder.write(Array((text + line("common")).utf8), as: "a.jsonl")
    for jobs in [1, 3] {
      let found = measure([path], jobs: jobs).examples
      let areKnown = different <= 65_536
      #expect(found.instructions.areAllKept == areKnown && found.functions.areAllKept == areKnown)
      #expect(found.instructions.examplesWithMostCommon == (areKnown ? 3001 : nil))
      #expect(found.functions.mostUsed(atMost: 1)?.map(\.calls) == (areKnown ? [3001] : nil))
      #expect(abs(found.functions.distinct - different) < 700)
    }
  }

  // MARK: Parts

  /// What the statistics of a file say, so that all of it can be compared.
  private func words(_ statistics: DatasetStatistics) throws -> [String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let examples = statistics.examples
    return try [
      encoder.encode(examples.turns), encoder.encode(examples.roles), encoder.encode(examples.media),
      encoder.encode(examples.tokens), encoder.encode(examples.scripts),
      encoder.encode(examples.functions.mostUsed(atMost: .max)),
    ].map { String(decoding: $0, as: UTF8.self) } + [
      "\(examples.linesNotRead) \(examples.linesInOtherFormats) \(statistics.longest) \(statistics.repeats)",
      "\(examples.instructions.examples) \(examples.instructions.distinct)",
      "\(examples.instructions.examplesWithMostCommon ?? -1) \(examples.functions.declarationsPerExample)",
      "\(examples.functions.calls) \(examples.functions.turnsWithParallelCalls) \(statistics.files)",
    ]
  }

  private static let files = [
    "support-train.jsonl", "statistics/train.jsonl", "faults/tools.jsonl", "faults/syntax.jsonl",
  ]

  @Test("parts of ranges, written as JSON and put together in any grouping, are the whole", arguments: files)
  func ranges(name: String) throws {
    let path = "\(Self.fixtures)/\(name)"
    let length = try Data(contentsOf: URL(fileURLWithPath: path)).count
    let measurement = DatasetMeasurement(trainingPaths: [path], requirements: Self.requirements)
    let expected = try words(measurement.run().training)
    let runner = PassRunner<StatisticsPass>(settings: measurement.settings, limits: Limits())
    for seed in 0..<12 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      let cuts = Set(
        (0..<generator.pick([1, 5, 60])).map { _ in Int.random(in: 1...length, using: &generator) })
      let borders = [0] + cuts.sorted() + [Int.max]
      var parts = try zip(borders, borders.dropFirst()).map { first, last in
        let part = runner.run(try ByteStream(path: path), range: first..<last)
        return try JSONDecoder().decode(CountedLines.self, from: JSONEncoder().encode(part))
      }
      while parts.count > 1 {
        let index = Int.random(in: 0..<parts.count - 1, using: &generator)
        StatisticsPass.append(parts[index + 1], to: &parts[index], measurement.settings)
        parts.remove(at: index + 1)
      }
      #expect(try words(measurement.conclude([(path, parts[0])]).training) == expected, "seed \(seed)")
    }
  }

  @Test("any number of threads, and gzip data, come to the same")
  func threads() throws {
    let folder = try TemporaryFolder()
    let path = "\(Self.fixtures)/support-train.jsonl"
    var bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    for _ in 0..<4 { bytes += bytes }
    let plain = try folder.write(bytes, as: "train.jsonl")
    let expected = try words(measure([plain]))
    #expect(try words(measure([plain], jobs: 4, blockBytes: 1 << 14)) == expected)
    try FileManager.default.removeItem(atPath: plain)
    let gzip = try folder.write(ExampleData.gzip(bytes), as: "train.jsonl")
    #expect(try words(measure([gzip], jobs: 3, blockBytes: 1 << 14)) == expected)
  }

  @Test("several files are one dataset")
  func severalFiles() throws {
    let paths = Self.files.map { "\(Self.fixtures)/\($0)" }
    let whole = measure(paths)
    let single = paths.map { measure([$0]) }
    #expect(whole.files.map(\.examples) == single.map(\.examples.examples))
    #expect(whole.examples.examples == single.reduce(0) { $0 + $1.examples.examples })
    let longest = single.flatMap(\.longest).map(\.tokens).sorted(by: >).prefix(5)
    #expect(whole.longest.map(\.tokens) == Array(longest))
    let twice = measure([paths[0], paths[0]])
    #expect(twice.repeats.repetitions == twice.files[0].examples + 2 * single[0].repeats.repetitions)
  }

  @Test("a file that is not there, and data that are cut, have a line that says so")
  func failures() throws {
    let missing = measure([Self.fixtures + "/missing.jsonl", Self.fixtures + "/support-train.jsonl"])
    #expect(missing.files[0].failure != nil && missing.files[1].failure == nil)
    #expect(missing.examples.examples == 217)
    let cut = measure([Self.fixtures + "/faults/truncated.jsonl.gz"])
    #expect(cut.examples.examples == 24)
    #expect(cut.files[0].failure?.contains("cut off after 24 lines") == true)
  }

  @Test(
    "data without any example",
    arguments: ["", "\n\n", "x", "[1]\n{}\n\u{0}\n", "{\"contents\":[]}", "\u{FEFF}{}"])
  func nothing(text: String) throws {
    let folder = try TemporaryFolder()
    let statistics = measure([try folder.write(Array(text.utf8), as: "a.jsonl")])
    #expect(statistics.examples.examples == 0 && statistics.longest.isEmpty)
    let lines = text.split(separator: "\n").count
    #expect(statistics.examples.linesNotRead + statistics.examples.linesInOtherFormats == lines)
  }
}
