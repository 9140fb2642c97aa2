import ArgumentParser

/// A command of the program.
protocol Command: ParsableCommand {
  /// How it tells what happens.
  var format: OutputForm { get }

  /// Performs the command.
  ///
  /// - Returns: the exit status.
  /// - Throws: ``Stop`` if it ends before it is done.
  func perform(_ events: Events) throws(Stop) -> ExitStatus
}
