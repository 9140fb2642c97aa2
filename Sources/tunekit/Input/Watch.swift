import ByteStreams
import Reports

/// Repeats a command whenever files change, until it is interrupted.
struct Watch {
  /// The time between two looks at the files, in milliseconds.
  private static let interval = 500

  /// Performs a command again and again.
  ///
  /// - Parameters:
  ///   - paths: the files to look at, which are asked for before each time.
  ///   - command: what is done.
  /// - Returns: the outcome of the last time, whose troubles were shown.
  static func run(_ paths: () -> [String], _ command: () throws(Trouble) -> Outcome) -> Outcome {
    SystemCalls.noteInterrupts()
    var errors = OutputStream.standardError
    while true {
      let states = Self.states(of: paths())
      var outcome: Outcome
      do throws(Trouble) {
        outcome = try command()
      } catch {
        outcome = Outcome(error)
      }
      for trouble in outcome.troubles { errors.write("tunekit: \(trouble.message)\n") }
      if !SystemCalls.isInterrupted { errors.write("tunekit: waiting for changes; Ctrl-C ends\n") }
      repeat {
        if SystemCalls.isInterrupted { return outcome.shown }
        SystemCalls.sleep(milliseconds: Self.interval)
      } while Self.states(of: paths()) == states
    }
  }

  private static func states(of paths: [String]) -> [FileState?] { paths.map { FileState(path: $0) } }
}
