import ByteStreams
import Reports

/// Repeats a command whenever files change, until it is interrupted.
struct Watch {
  /// The time between two looks at the files, in milliseconds.
  private static let interval = 500

  /// Performs a command again and again.
  ///
  /// - Parameters:
  ///   - paths: the files to look at until the command says which ones it reads.
  ///   - command: what is done. It says which files it reads before it reads them.
  /// - Returns: the outcome of the last time, whose troubles were shown.
  static func run(
    _ paths: RunPaths, _ command: (_ reads: (RunPaths) -> Void) throws(Trouble) -> Outcome
  ) -> Outcome {
    SystemCalls.noteInterrupts()
    var errors = OutputStream.standardError
    var paths = paths
    while true {
      var states = Self.states(of: paths)
      var outcome: Outcome
      do throws(Trouble) {
        outcome = try command {
          paths = $0
          states = Self.states(of: $0)
        }
      } catch {
        outcome = Outcome(error)
      }
      // What the command wrote is no reason to repeat it.
      for (index, path) in paths.watched.enumerated() where paths.isWritten(path) {
        states[index] = FileState(path: path)
      }
      for trouble in outcome.troubles { errors.write("tunekit: \(trouble.message)\n") }
      if !SystemCalls.isInterrupted { errors.write("tunekit: waiting for changes; Ctrl-C ends\n") }
      repeat {
        if SystemCalls.isInterrupted { return outcome.shown }
        SystemCalls.sleep(milliseconds: Self.interval)
      } while Self.states(of: paths) == states
    }
  }

  private static func states(of paths: RunPaths) -> [FileState?] {
    paths.watched.map { FileState(path: $0) }
  }
}
