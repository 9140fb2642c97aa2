import SystemPackage

/// The reader of the standard output. Findings are written at the end, so a long run should notice if the reader has gone.
struct OutputReader {
  /// The error that ends the work if the reader has gone.
  struct Gone: Error {}

  private static let interval = Duration.milliseconds(100)

  private var lastLook = Duration.zero

  /// Checks whether the reader is still there, at intervals.
  ///
  /// - Throws: ``Gone`` if the reader has gone.
  mutating func check(after elapsed: Duration) throws(Gone) {
    guard elapsed - lastLook > Self.interval else { return }
    lastLook = elapsed
    if SystemCalls.isInterrupted || SystemCalls.isWithoutReader(.standardOutput) { throw Gone() }
  }
}
