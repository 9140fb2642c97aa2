import Diagnostics
import ModelCatalog
import TestSupport
import Testing

@testable import TuningDatasets

/// Planted duplicates, conflicts and overlaps are found, each where it is, and nothing else.
@Suite struct DatasetComparisonTests {
  private func line(_ question: Int, _ answer: Int) -> String {
    #"{"contents":[{"role":"user","parts":[{"text":"Question \#(question)?"}]},"#
      + #"{"role":"model","parts":[{"text":"Answer \#(answer)."}]}]}"#
  }

  /// The findings of some rules in each file: their lines, and those that they relate to.
  private func found(
    _ training: [[String]], validation: [[String]] = [], areShards: Bool = true,
    _ adjust: (inout DatasetValidation) -> Void = { _ in }
  ) throws -> [[String: [[Int]]]] {
    let folder = try TemporaryFolder()
    func write(_ lines: [String], _ name: String) throws -> String {
      try folder.write(Array(lines.map { $0 + "\n" }.joined().utf8), as: name)
    }
    var paths: [String] = []
    for (index, lines) in training.enumerated() { paths.append(try write(lines, "train\(index).jsonl")) }
    var run = DatasetValidation(trainingPaths: paths, requirements: DatasetRequirements(loosestOf: .builtIn))
    run.areShards = areShards
    for (index, lines) in validation.enumerated() {
      run.validationPaths.append(try write(lines, "validation\(index).jsonl"))
    }
    run.rules.maximumFindings = 0
    adjust(&run)
    return run.run().map { report in
      Dictionary(grouping: report.findings.filter { $0.code >= "TK707" }) { "\($0.code)" }.mapValues {
        findings in
        findings.map { [$0.location?.line ?? 0] + $0.related.map(\.location.line) }
      }
    }
  }

  @Test("10,000 faults among 30,000 examples, against a slow judge", arguments: [1, 3])
  func planted(jobs: Int) throws {
    var generator = SplitMix64(seed: UInt64(jobs))
    var examples = (0..<30_000).map { (question: $0, answer: $0) }
    var validation = (100_000..<104_000).map { (question: $0, answer: $0) }
    for _ in 0..<4000 {
      let original = Int.random(in: 0..<30_000, using: &generator)
      examples.append((original, generator.pick([original, original, original + 1])))
    }
    for index in 0..<2000 {
      let original = Int.random(in: 0..<30_000, using: &generator)
      validation[index] = (original, generator.pick([original, original + 1]))
    }
    for _ in 0..<4000 { examples.append(generator.pick(Array(examples[..<100]))) }
    examples.shuffle(using: &generator)
    validation.shuffle(using: &generator)
    let result = try found(
      [examples.map { line($0.question, $0.answer) }],
      validation: [validation.map { line($0.question, $0.answer) }]
    ) {
      $0.limits.jobs = jobs
      $0.limits.blockBytes = 1 << 16
    }
    var duplicates: [[Int]] = []
    var conflicts: [[Int]] = []
    var overlaps: [[Int]] = []
    var firstOf: [Int: (line: Int, answer: Int, isConflict: Bool)] = [:]
    var linesOf: [[Int]: [Int]] = [:]
    for (index, example) in examples.enumerated() {
      linesOf[[example.question, example.answer], default: []].append(index + 1)
      if let first = firstOf[example.question] {
        if !first.isConflict, first.answer != example.answer {
          conflicts.append([index + 1, first.line])
          firstOf[example.question]?.isConflict = true
        }
      } else {
        firstOf[example.question] = (index + 1, example.answer, false)
      }
    }
    for lines in linesOf.values where lines.count > 1 { duplicates.append([lines[1], lines[0]]) }
    for (index, example) in validation.enumerated() {
      let same = linesOf[[example.question, example.answer]]?.first
      if let first = same ?? firstOf[example.question]?.line { overlaps.append([index + 1, first]) }
    }
    #expect(result[0]["TK707"] == duplicates.sorted { $0[0] < $1[0] })
    #expect(result[0]["TK709"] == conflicts)
    #expect(result[1]["TK708"] == overlaps)
    #expect(result[0]["TK708"] == nil && result[0]["TK710"] == nil && result[1]["TK711"] == nil)
  }

  @Test("shards are one dataset, other files are not")
  func shards() throws {
    let files = [[line(1, 1), line(2, 2)], [line(3, 3), line(1, 1)], [line(2, 9)]]
    #expect(try found(files) == [[:], ["TK707": [[2, 1]]], ["TK709": [[1, 2]]]])
    #expect(try found(files, areShards: false) == [[:], [:], [:]])
    let validation = [line(9, 9), line(2, 9), line(3, 4)]
    let apart = try found(files, validation: [validation], areShards: false)
    #expect(apart == [[:], [:], [:], ["TK708": [[2, 1], [3, 1]]]])
  }

  @Test("several validation files are one dataset, and each is compared with the training files")
  func validationFiles() throws {
    let training = [line(1, 1), line(2, 2)]
    let first = [line(7, 7), line(8, 8), line(2, 9)]
    let second = [line(8, 8), line(1, 1), line(7, 0), line(6, 6)]
    let expected: [[String: [[Int]]]] = [
      [:], ["TK708": [[3, 2]]], ["TK707": [[1, 2]], "TK708": [[2, 1]], "TK709": [[3, 1]]],
    ]
    #expect(try found([training], validation: [first, second]) == expected)
    #expect(try found([training], validation: [first, second], areShards: false) == expected)
    #expect(try found([], validation: [first, second])[1] == ["TK707": [[1, 2]], "TK709": [[3, 1]]])
  }

  @Test("a kind of content is new at the first example of all validation files that has it")
  func newKind() throws {
    let image =
      #"{"contents":[{"role":"user","parts":[{"fileData":{"mimeType":"image/png","fileUri":"gs://bucket/o.png"}}]},"#
      + #"{"role":"model","parts":[{"text":"A cat."}]}]}"#
    let validation = [[line(3, 3)], [line(4, 4), image], [image + " "]]
    let result = try found([[line(1, 1)]], validation: validation)
    #expect(result == [[:], [:], ["TK711": [[2]]], ["TK707": [[1, 2]]]])
  }

  @Test("the same file for validation is one finding")
  func sameFile() throws {
    let lines = (0..<50).map { line($0, $0) }
    #expect(try found([lines], validation: [lines]) == [[:], ["TK708": [[1, 1]]]])
    #expect(try found([lines], validation: [[lines[3]]]) == [[:], ["TK708": [[1, 4]]]])
  }

  @Test("faulty lines and other formats are not examples")
  func notExamples() throws {
    let lines = [
      #"{"contents":[}"#, #"{"contents":[}"#, #"{"messages":[{"role":"user","content":"Hi"}]}"#,
      #"{"messages":[{"role":"user","content":"Hi"}]}"#, #"{"id":1}"#, #"{"id":1}"#, #"{"contents":[]}"#,
      #"{"contents":[]}"#, #"{"contents":null}"#, #"{"contents":null}"#, #"{"contents":[{"role":"model"}]}"#,
      #"{"contents":[{"role":"model"}]}"#, #"{"contents":["Hi"]}"#, #"{"contents":["Hi"]}"#,
    ]
    #expect(try found([lines], validation: [lines]) == [[:], [:]])
  }

  @Test("only the first findings are kept, and all are counted", arguments: [1, 5])
  func capped(most: Int) throws {
    let lines = (0..<500).map { line($0 % 250, $0 % 250) }
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(lines.map { $0 + "\n" }.joined().utf8), as: "train.jsonl")
    var run = DatasetValidation(trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn))
    run.rules.maximumFindings = most
    let report = try #require(run.run().first)
    let findings = report.findings.filter { $0.code == "TK707" }
    #expect(findings.map { $0.location?.line } == (0..<most).map { 251 + $0 })
    #expect(report.counts.first { $0.code == "TK707" }?.findings == 250)
  }

  @Test("examples over the limit are left out, with the first of them")
  func limit() {
    var decoder = ExampleDecoder()
    var examples = ComparedExamples()
    for line in 1...10 {
      examples.add(ComparedExample(decoder.digest, line: line, offset: 100 * line), atMost: 7)
      decoder.digest.clear()
    }
    #expect(examples.count == 7 && examples.leftOut == 3)
    #expect(examples.firstLeftOut?.line == 8 && examples.firstLeftOut?.offset == 800)
    examples.keep(atMost: 3)
    #expect(examples.count == 3 && examples.leftOut == 7 && examples.firstLeftOut?.line == 4)
  }

  @Test("groups of every size, in an index of every size", arguments: 0..<30 as Range<UInt64>)
  func groups(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let count = generator.pick([0, 1, 2, 100, 3000])
    let kinds = generator.pick([1, 2, 3, 50, 5000])
    let fewestAtOnce = generator.pick([1, 100, 1 << 17])
    let prompts = (0..<count).map { _ in Int.random(in: 0..<kinds, using: &generator) }
    var examples = ComparedExamples()
    for (index, prompt) in prompts.enumerated() {
      // The lowest 40 bits tell prompts apart first; some share them and differ in the rest.
      let words = [
        UInt64(prompt / 2) &* 0x9E37_79B9_7F4A_7C15, UInt64(prompt % 2) | UInt64(index + 1) << 32, 7, 0,
      ]
      examples.add(try #require(ComparedExample(words: words[...])))
    }
    var index = PromptIndex([examples], fewestAtOnce: fewestAtOnce)
    var found: [[Int]] = []
    index.forEachGroup { index, places in found.append(places.map { index.index(at: $0) }) }
    let expected = Dictionary(grouping: prompts.indices) { prompts[$0] }.values.filter { $0.count > 1 }
    #expect(found.sorted { $0[0] < $1[0] } == expected.sorted { $0[0] < $1[0] })
  }

  @Test("answers to one prompt that agree in their lowest 40 bits are different", arguments: [2, 3, 100])
  func answers(count: Int) throws {
    var examples = ComparedExamples()
    for index in 0..<count {
      // The last has the answer of the first.
      let answer = UInt64(index == count - 1 ? 0 : index) << 40 | 7
      let words = [1, UInt64(index + 1) << 32, answer, 0]
      examples.add(try #require(ComparedExample(words: words[...])))
    }
    var index = PromptIndex([examples])
    var found: [[Int]] = []
    index.forEachGroup { index, places in
      index.forEachAnswer(in: places) { index, places in found.append(places.map { index.index(at: $0) }) }
    }
    #expect(found.map(\.count).reduce(0, +) == count)
    #expect(found.filter { $0.count > 1 } == [[0, count - 1]])
  }
}
