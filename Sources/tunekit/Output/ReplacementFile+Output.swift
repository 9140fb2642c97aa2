import ByteStreams
import SystemPackage

extension ReplacementFile {
  /// Writes a file, which takes the place of what is there once it is whole. Until then, signals that end the program remove it.
  ///
  /// - Parameters:
  ///   - isNew: whether there must not be a file yet. An empty one is there from the beginning on.
  ///   - body: writes the file.
  /// - Throws: trouble where it cannot be written, or there is one that must not be replaced.
  static func write(
    to path: String, isNew: Bool = false, _ body: (inout OutputStream) -> Void
  ) throws(Trouble) {
    if path.isEmpty { throw Trouble("the path is empty: give the name of a file to write") }
    try WrittenFile.checkName(path)
    do throws(Failure) {
      if isNew { try reserve(path) }
      do throws(Failure) {
        try SystemCalls.withFilesRemovedAtSignals { () throws(Failure) in
          let file = try ReplacementFile(beside: path)
          var output = OutputStream(to: file)
          body(&output)
          output.flush()
          try file.replace(path)
        }
      } catch {
        if isNew { try? SystemCalls.remove(path) }
        throw error
      }
    } catch {
      switch error {
      case .exists: throw Trouble("\(path) already exists: remove it, or choose another file")
      case .changed: throw Trouble("\(path) was changed in the meantime: run the command again")
      case .refused(let reason):
        throw Trouble("\(path) cannot be written (\(reason)): choose another file, or make it writable")
      }
    }
  }
}
