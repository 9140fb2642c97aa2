import SystemPackage

/// Whoever reads the standard output: findings are written at the end, so a long job should notice if they are for nobody.
struct OutputReader {
  /// Ends the work, since its findings are for nobody.
  struct Gone: Error {}

  private static let interval = Duration.milliseconds(100)

  private var lastLook = Duration.zero

  /// Sees whether the reader is still there, not too often.
  ///
  /// - Throws: where the reader has gone.
  mutating func check(after elapsed: Duration) throws(Gone) {
    guard elapsed - lastLook > Self.interval else { return }
    lastLook = elapsed
    if SystemCalls.isWithoutReader(.standardOutput) { throw Gone() }
  }
}
