import SystemPackage

/// Whoever reads the standard output: findings are written at the end, so a long job should notice if they are for nobody.
struct OutputReader {
  private static let interval = Duration.milliseconds(100)

  private var lastLook = Duration.zero

  /// Whether the reader has gone; it is not looked for too often.
  mutating func hasGone(after elapsed: Duration) -> Bool {
    guard elapsed - lastLook > Self.interval else { return false }
    lastLook = elapsed
    return SystemCalls.isWithoutReader(.standardOutput)
  }
}
