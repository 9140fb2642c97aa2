import ArgumentParser

/// A command of the program. It returns its outcome and does not decide the exit status.
protocol Command: ParsableCommand {
  /// Performs the command.
  ///
  /// - Returns: the outcome, which alone determines the exit status.
  /// - Throws: ``Trouble`` if the command could not be performed.
  func perform() throws(Trouble) -> Outcome
}

extension CommandConfiguration {
  /// The configuration of a command that can also be parsed on its own.
  ///
  /// - Parameter program: the program that has the command. A command with a name above its own does not look twice through
  ///   its arguments for requests of completion scripts, which the program answers.
  init(of program: String, commandName: String, abstract: String, discussion: String = "") {
    self.init(commandName: commandName, abstract: abstract, discussion: discussion)
    _superCommandName = program
  }
}
