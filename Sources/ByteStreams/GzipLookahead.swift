/// How far ahead of each other threads inflate gzip data.
package struct GzipLookahead: Sendable {
  /// The compressed bytes that a segment has at least.
  package var segmentLengthInBytes: Int
  /// The compressed bytes among which the end of a segment is looked for.
  package var searchLengthInBytes: Int
  /// The inflated bytes that a segment contains at most until its turn comes.
  package var outputLengthInBytes: Int

  package init(
    segmentLengthInBytes: Int = 128 << 10, searchLengthInBytes: Int = 512 << 10,
    outputLengthInBytes: Int = 3 << 19
  ) {
    precondition(0 < segmentLengthInBytes && segmentLengthInBytes < searchLengthInBytes)
    self.segmentLengthInBytes = segmentLengthInBytes
    self.searchLengthInBytes = searchLengthInBytes
    self.outputLengthInBytes = outputLengthInBytes
  }
}
