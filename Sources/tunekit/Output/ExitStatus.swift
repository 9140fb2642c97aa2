/// How the program ends, for whoever started it.
enum ExitStatus: Int32 {
  /// Nothing is wrong.
  case clean = 0
  /// Something was found that counts.
  case findings = 1
  /// Something could not be done.
  case trouble = 2
}
