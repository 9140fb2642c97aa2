import SystemPackage

/// A program that runs beside this one, and whose output is read.
enum ChildProcess {
  /// Runs a program of the search path, and waits for its end. Its standard input is empty.
  ///
  /// - Parameters:
  ///   - arguments: the program's name, and its arguments.
  ///   - variables: the variables of the environment that it does not get.
  ///   - readsErrors: whether what it writes to standard error is read too; otherwise nobody sees it.
  ///   - read: takes the output, piece by piece.
  /// - Returns: the exit status.
  /// - Throws: ``Trouble`` if the program cannot be run.
  static func run(
    _ arguments: [String], without variables: [String] = [], readsErrors: Bool = false,
    _ read: (ArraySlice<UInt8>) -> Void
  ) throws(Trouble) -> Int32 {
    let name = arguments.first ?? ""
    let environment = variables.isEmpty ? "" : "unset \(variables.joined(separator: " ")); "
    let errors = readsErrors ? "2>&1" : "2>/dev/null"
    let command = environment + arguments.map(quoted).joined(separator: " ") + " </dev/null \(errors)"
    do throws(Errno) {
      let status = try SystemCalls.run(command, read)
      // What the shell says of a program that it does not find.
      if status == 127 { throw Errno.noSuchFileOrDirectory }
      return status
    } catch {
      if error == .noSuchFileOrDirectory { throw Trouble("'\(name)' is needed here, and is not installed") }
      throw Trouble("'\(name)' cannot be run (\(error))")
    }
  }

  /// A word that the shell takes as it is.
  static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
