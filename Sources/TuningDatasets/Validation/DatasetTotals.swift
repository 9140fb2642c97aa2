/// The totals of the examples of one dataset, in any number of files.
struct DatasetTotals {
  /// The lines that are not blank, less those that are in another format or for another tuning method.
  private(set) var examples = 0
  /// The examples with images, audio, video or documents.
  private(set) var multimodalExamples = 0
  /// The examples that probably have more tokens than the service takes, and those with a video that is surely too long.
  private(set) var overlongExamples = 0
  private(set) var longVideos = 0
  /// The uncompressed bytes.
  private(set) var bytes = 0
  /// Whether every file of it was read to its end.
  private(set) var isComplete = true

  /// Adds up what the files of a dataset come to.
  init(of files: ArraySlice<ValidatedFile>) {
    for file in files {
      examples += file.examples.examples - file.examples.foreign
      multimodalExamples += file.examples.multimodal
      overlongExamples += file.examples.overlong
      longVideos += file.examples.longVideos
      bytes += file.bytes
      isComplete = isComplete && file.isComplete
    }
  }
}
