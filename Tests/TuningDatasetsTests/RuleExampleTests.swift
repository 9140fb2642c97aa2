import Diagnostics
import ModelCatalog
import Testing
import TestSupport
import TuningDatasets

/// Every example of every rule runs through the whole validator, as it stands and in every variation.
@Suite struct RuleExampleTests {
  @Test("an example finds what it says, and nothing else", arguments: Case.all)
  func example(_ sample: Case) throws {
    try sample.check(nil)
  }

  @Test("an example finds the same in every variation", arguments: Case.all)
  func variations(_ sample: Case) throws {
    for variation in RuleExample.Variation.allCases { try sample.check(variation) }
  }
}

/// An example of a rule, to be run.
struct Case: CustomTestStringConvertible, Sendable {
  let rule: RuleDescription
  let example: RuleExample

  static let all = RuleBook.datasets.rules.flatMap { rule in
    rule.examples.map { Case(rule: rule, example: $0) }
  }

  var testDescription: String { "\(rule.code) \(rule.name): \(example.title)" }

  /// Where a failing example is declared.
  private var place: SourceLocation {
    SourceLocation(
      fileID: "TuningDatasets/\(rule.name)", filePath: "\(example.file)", line: Int(example.line), column: 1)
  }

  /// Runs the example in a variation, nil for the example as it stands, and compares what is found.
  func check(_ variation: RuleExample.Variation?) throws {
    let exception = example.exceptions.first { $0.variation == variation }
    if let exception, exception.adds == nil { return }
    var data = ExampleData(example)
    variation.map { data.vary($0) }
    let expected = try #require(expectation(data, adding: exception?.adds ?? variation?.alwaysAdds ?? []))
    let folder = try TemporaryFolder()
    var validation = try validation(of: data, in: folder)
    // Blocks of one byte are cut everywhere; longer ones have more after the cut.
    for blockLength in variation == .cutChunks ? Self.blockLengths : [1 << 20] {
      for jobs in variation == .cutChunks ? [1, 3] : [1] {
        (validation.limits.blockBytes, validation.limits.jobs) = (blockLength, jobs)
        let report = try #require(validation.run().last)
        // Examples are few, and some rules need the same line again and again.
        let found = report.findings.filter {
          $0.code == rule.code || example.alongside.contains($0.code)
            || !["TK701", "TK707", "TK708", "TK709", "TK710", "TK711"].contains($0.code)
        }
        #expect(
          found.map(Summary.init).sorted() == expected,
          "\(variation?.rawValue ?? "as it stands"), blocks of \(blockLength) bytes, \(jobs) threads",
          sourceLocation: place)
        // Of an example that is compressed already, the tests do not know what is read.
        if data.uncompressed.first != 0x1F { for finding in found { checkPlace(of: finding, in: data) } }
        if variation == nil {
          for finding in found where finding.code == rule.code { checkText(of: finding) }
        }
      }
    }
  }

  /// Up to more than a vector, and around the lengths of vectors.
  private static let blockLengths = Array(1...12) + [15, 16, 17, 31, 32, 33, 47, 48]

  /// The findings that are due, in the order in which they are reported.
  private func expectation(_ data: ExampleData, adding added: [RuleCode]) -> [Summary]? {
    var due: [Summary] = []
    if example.isRejected {
      let severity = example.severity ?? rule.severity
      due = data.faultOffsets.map { Summary(code: rule.code, severity: severity, byteOffset: $0) }
      if due.isEmpty { due = [Summary(code: rule.code, severity: severity, byteOffset: nil)] }
    }
    // Of the others only the codes are known, so whatever place they have is theirs.
    for code in example.alongside + added {
      guard let other = RuleBook.datasets.rule(code) else { return nil }
      due.append(Summary(code: code, severity: other.severity, byteOffset: .anywhere))
    }
    return due.sorted()
  }

  /// The validation that the example asks for, its data written to a folder.
  private func validation(
    of data: ExampleData, in folder: borrowing TemporaryFolder
  ) throws -> DatasetValidation {
    var requirements = DatasetRequirements(loosestOf: .builtIn)
    var validation = DatasetValidation(trainingPaths: [], requirements: requirements)
    validation.rules.maximumFindings = 0
    validation.rules.select(rule.code)
    let isVariedByGzip = data.bytes != data.uncompressed
    var name = data.bytes.starts(with: [0x1F, 0x8B]) ? "train.jsonl.gz" : "train.jsonl"
    for setting in example.settings {
      switch setting {
      case .fileName(let other): name = other + (isVariedByGzip ? ".gz" : "")
      case .maximumLineBytes(let count): validation.limits.maximumLineBytes = count
      case .maximumFileBytes(let warning, let error):
        requirements.limits.largeFileBytes = requirements.limits.largeFileBytes.withValue(warning)
        requirements.limits.maxFileBytes = requirements.limits.maxFileBytes.withValue(error)
      case .maximumExamples(let text, let multimodal):
        requirements.limits.maxTextExamples = requirements.limits.maxTextExamples.withValue(text)
        requirements.limits.maxMultimodalExamples = requirements.limits.maxMultimodalExamples.withValue(
          multimodal)
      case .maximumTokens(let count):
        requirements.limits.maxTokensPerExample = requirements.limits.maxTokensPerExample.withValue(count)
      case .maximumMediaFiles(let count): requirements.media.limit(files: count)
      case .maximumMediaMegabytes(let count): requirements.media.limit(megabytes: count)
      case .textOnly: requirements.modalities = requirements.modalities?.withValue([.text])
      case .model(let id):
        requirements = DatasetRequirements(of: try #require(ModelCatalog.builtIn.model(id: id)))
      case .today, .project, .location, .modelDescription, .mediaInDatasets, .sameDatasets,
        .unvalidatedTrainingDataset:
        Issue.record("a dataset has no setting of a job")
      }
    }
    validation.requirements = requirements
    let path = try folder.write(data.bytes, as: name)
    if let count = example.trainingExamples {
      let line =
        #"{"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hey"}]}]}"#
      let training = Array((line + "\n").utf8)
      validation.trainingPaths = [
        try folder.write(Array(repeatElement(training, count: count).joined()), as: "t.jsonl")
      ]
      validation.validationPaths = [path]
    } else {
      validation.trainingPaths = [path]
    }
    return validation
  }

  /// Checks that the texts of a finding are in plain English, with its arguments.
  private func checkText(of finding: Finding) {
    for text in [rule.message(with: finding.arguments), rule.remedy(with: finding.arguments)] {
      #expect(PlainEnglish.corrections(of: text) == [], "\(text)", sourceLocation: place)
    }
  }

  /// Checks line and column of a finding by counting in the data from their beginning, and that its text is whole.
  private func checkPlace(of finding: Finding, in data: ExampleData) {
    let message = rule.message(with: finding.arguments) + "; " + rule.remedy(with: finding.arguments)
    if finding.code == rule.code {
      for index in 0...3 {
        #expect(!message.contains("{\(index)}"), "an argument is missing: \(message)", sourceLocation: place)
      }
    }
    guard let location = finding.location else { return }
    let before = data.uncompressed.prefix(location.byteOffset)
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    #expect(location.line == before.count { $0 == 0x0A } + 1, sourceLocation: place)
    #expect(location.byteOffsetInLine == location.byteOffset - lineStart, sourceLocation: place)
    if let text = String(validating: before[lineStart...], as: UTF8.self) {
      #expect(location.column == text.unicodeScalars.count + 1, sourceLocation: place)
    }
  }
}

/// What the tests compare of a finding.
private struct Summary: Equatable, Comparable, CustomStringConvertible {
  let code: RuleCode
  let severity: Severity
  let byteOffset: Int?

  var description: String { "\(code) \(severity) at \(byteOffset.map(String.init) ?? "the file")" }

  static func == (left: Summary, right: Summary) -> Bool {
    if left.byteOffset == .anywhere || right.byteOffset == .anywhere { return left.code == right.code }
    return (left.code, left.severity, left.byteOffset) == (right.code, right.severity, right.byteOffset)
  }

  static func < (left: Summary, right: Summary) -> Bool {
    (left.code, left.byteOffset ?? -1) < (right.code, right.byteOffset ?? -1)
  }
}

extension MediaLimits {
  /// Allows so many files of each kind in an example.
  mutating func limit(files: Int) {
    images.maxFiles = images.maxFiles.withValue(files)
    audio.maxFiles = audio.maxFiles.withValue(files)
    videos.maxFiles = videos.maxFiles.withValue(files)
    documents.maxFiles = documents.maxFiles.withValue(files)
  }

  /// Allows files of so many megabytes, of each kind.
  mutating func limit(megabytes: Int) {
    images.maxMegabytesPerFile = images.maxMegabytesPerFile.withValue(megabytes)
    audio.maxMegabytesPerFile = audio.maxMegabytesPerFile.withValue(megabytes)
    videos.maxMegabytesPerFile = videos.maxMegabytesPerFile.withValue(megabytes)
    documents.maxMegabytesPerFile = documents.maxMegabytesPerFile.withValue(megabytes)
  }
}

extension Int {
  /// A place that is not compared.
  fileprivate static let anywhere = -2
}

extension Summary {
  init(_ finding: Finding) {
    self.init(code: finding.code, severity: finding.severity, byteOffset: finding.location?.byteOffset)
  }
}

extension RuleExample.Variation {
  /// What a variation adds to every example.
  fileprivate var alwaysAdds: [RuleCode] {
    switch self {
    case .gzip: ["TK005"]
    case .blankLinesBefore: ["TK103", "TK103"]
    case .carriageReturns, .noFinalNewline, .cutChunks: []
    }
  }
}
