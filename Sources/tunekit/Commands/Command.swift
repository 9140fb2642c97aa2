import ArgumentParser

/// A command of the program, which does its job and returns what came of it.
protocol Command: ParsableCommand {
  /// Does the job.
  ///
  /// - Returns: what came of it; the exit status follows from that alone.
  /// - Throws: why nothing could be done, or not all that was to be said.
  func perform() throws(Trouble) -> Outcome
}
