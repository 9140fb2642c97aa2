import ArgumentParser

/// A command of the program. It returns its outcome and does not decide the exit status.
protocol Command: ParsableCommand {
  /// Performs the command.
  ///
  /// - Returns: the outcome, which alone determines the exit status.
  /// - Throws: ``Trouble`` if the command could not be performed.
  func perform() throws(Trouble) -> Outcome
}
