/// The exit status of the program.
enum ExitStatus: Int32 {
  /// Nothing is wrong.
  case clean = 0
  /// There are findings at or above `--fail-on`, or a receipt does not match.
  case findings = 1
  /// Something could not be done.
  case trouble = 2
}
