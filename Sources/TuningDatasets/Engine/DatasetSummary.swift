public import Diagnostics

/// What a finished validation knows of a dataset. Only it can make one.
public struct DatasetSummary: Sendable {
  /// What was found.
  public let report: FileReport
  /// The examples with images, audio, video or documents.
  public let multimodalExamples: Int
  /// The bytes of the examples that become tokens: texts, function calls, their responses and declarations.
  public let textBytes: Int

  init(report: FileReport, multimodalExamples: Int, textBytes: Int) {
    self.report = report
    self.multimodalExamples = multimodalExamples
    self.textBytes = textBytes
  }

  /// Whether the whole dataset was read and nothing in it is an error.
  public var isWithoutErrors: Bool {
    report.failure == nil && report.examples > 0 && !report.counts.contains { $0.severity == .error }
  }

  /// About how many tokens the texts are: one for four bytes of UTF-8.
  ///
  /// The rule of thumb in the documentation is four characters a token, which are four bytes in English; three bytes of
  /// a CJK character come to three quarters of a token, which is what is seen there. Media are not counted. Source:
  /// DOC:models/tuning/supervised-tuning/prepare-data and others, as of 2026-08-22.
  public var estimatedTextTokens: Int { (textBytes + 3) / 4 }
}
