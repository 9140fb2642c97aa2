import Reports
import SystemPackage
import TuningDatasets

/// Shows on standard error how far the work is, if that is a terminal and the work takes more than a second.
final class ProgressDisplay {
  /// The columns of the terminal; nil where nothing is shown.
  private let columns: Int?
  private var errors = OutputStream.standardError
  private var lastShown = Duration.zero
  private var isShown = false
  private var path = ""
  private var pathStart = Duration.zero

  private static let patience = Duration.seconds(1)
  private static let interval = Duration.milliseconds(100)

  init() {
    let isAutomated = !(SystemCalls.environment("CI") ?? "").isEmpty
    columns = isAutomated ? nil : SystemCalls.columns(of: .standardError)
  }

  /// Shows the progress of a file, not too often.
  func show(_ progress: DatasetValidation.Progress, after elapsed: Duration) {
    guard let columns else { return }
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
  func clear() {
    if isShown { errors.write("\r\u{1B}[K") }
  }
}
