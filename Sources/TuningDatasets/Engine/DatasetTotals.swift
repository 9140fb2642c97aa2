/// What the examples of one dataset come to, whatever number of files they are in.
struct DatasetTotals {
  /// The lines that are not blank.
  var examples = 0
  /// The examples with images, audio, video or documents.
  var multimodalExamples = 0
  /// The bytes of the examples that become tokens: texts, function calls, their responses and declarations.
  var textBytes = 0
  /// The examples that probably have more tokens than the service takes.
  var overlongExamples = 0
  /// The uncompressed bytes.
  var bytes = 0
  /// Whether every file of it was read to its end.
  var isComplete = true

  /// Adds what another file of the dataset comes to.
  mutating func add(_ other: DatasetTotals) {
    examples += other.examples
    multimodalExamples += other.multimodalExamples
    textBytes += other.textBytes
    overlongExamples += other.overlongExamples
    bytes += other.bytes
    isComplete = isComplete && other.isComplete
  }
}
