/// A job that cannot be done: shown in one line that says what to do, exit status 2.
struct Trouble: Error {
  /// The line.
  let message: String

  /// Describes trouble; line breaks in the message become spaces.
  init(_ message: String) {
    self.message = message.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

/// How a command that did its job ends.
struct Outcome: Error {
  /// The exit status: 0 clean, 1 findings.
  let exitStatus: Int32
}
