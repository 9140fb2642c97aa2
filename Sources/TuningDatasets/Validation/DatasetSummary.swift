public import Diagnostics

/// What a finished validation knows of a dataset. Only it can make one.
public struct DatasetSummary: Sendable {
  /// What was found.
  public let report: FileReport
  /// The examples with images, audio, video or documents.
  public let multimodalExamples: Int
  /// The examples that probably have more tokens than the service takes, by the same estimate: it drops them.
  public let overlongExamples: Int
  /// The bytes of the examples that become tokens: texts, function calls, their responses and declarations.
  public let textBytes: Int
  /// The tokens of the texts, by ``DatasetValidation/tokenCounting``; 0 where that is nil. Media are not counted.
  public let textTokens: Int
  /// How long the lines and examples are of all files with the same role, if that was gathered: only the first of those files has it.
  public internal(set) var distributions = ExampleDistributions()

  init(report: FileReport, multimodalExamples: Int, overlongExamples: Int, textBytes: Int, textTokens: Int) {
    self.report = report
    self.multimodalExamples = multimodalExamples
    self.overlongExamples = overlongExamples
    self.textBytes = textBytes
    self.textTokens = textTokens
  }

  /// Whether the whole dataset was read and nothing in it is an error.
  public var isWithoutErrors: Bool {
    report.failure == nil && report.examples > 0 && !report.counts.contains { $0.severity == .error }
  }

  /// Whether there are bytes after the gzip data, which were not examined and which no tool decompresses.
  package var hasBytesBehindGzip: Bool {
    report.counts.contains { $0.code == GzipTrailingData.description.code }
  }
}
