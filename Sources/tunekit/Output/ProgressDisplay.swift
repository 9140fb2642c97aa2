import Reports
import SystemPackage
import TuningDatasets

/// Shows on standard error how far the work is, if that is a terminal and the work takes more than a second.
final class ProgressDisplay {
  /// The columns of the terminal; nil if nothing is shown.
  private let columns: Int?
  private var errors = OutputStream.standardError
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastShown = Duration.zero
  private var isShown = false
  private var path = ""
  private var pathStart = Duration.zero

  private static let patience = Duration.seconds(1)
  private static let interval = Duration.milliseconds(100)

  /// Begins to count the time.
  init() {
    start = clock.now
    let isAutomated = !(SystemCalls.environment("CI") ?? "").isEmpty
    columns = isAutomated ? nil : SystemCalls.columns(of: .standardError)
  }

  /// How long the work has taken.
  var elapsed: Duration { start.duration(to: clock.now) }

  /// Shows the progress of a file, not too often.
  func show(_ progress: DatasetValidation.Progress) {
    guard let columns else { return }
    let elapsed = elapsed
    if progress.path != path {
      path = progress.path
      pathStart = elapsed
    }
    guard elapsed > Self.patience, elapsed - lastShown > Self.interval else { return }
    lastShown = elapsed
    isShown = true
    let line = ProgressBar(path: path).line(
      fraction: progress.bytesInAll.flatMap {
        $0 > 0 ? min(1, Double(progress.bytesRead) / Double($0)) : nil
      },
      bytesDone: progress.bytesDone, secondsElapsed: (elapsed - pathStart) / .seconds(1), width: columns - 1)
    // Back to the line's start, the new line, and nothing left of a longer one.
    errors.write("\r\(line)\u{1B}[K")
  }

  /// Takes the bar away.
  ///
  /// - Returns: how many seconds the work has taken.
  @discardableResult
  func clear() -> Double {
    if isShown { errors.write("\r\u{1B}[K") }
    return elapsed / .seconds(1)
  }
}
