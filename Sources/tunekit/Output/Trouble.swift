/// Something that cannot be done, in one line that says what to do.
struct Trouble: Error {
  /// The line.
  let message: String

  /// Describes trouble.
  init(_ message: String) { self.message = message }
}
