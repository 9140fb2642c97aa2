import SystemPackage

/// Writes files so that a reader never sees a partial file, except for an empty one while a new file reserves its name.
enum AtomicFile {
  /// Writes a file beside the place where it belongs, and moves it there once it is whole.
  ///
  /// - Parameter replacing: whether a file that is there already is replaced.
  /// - Throws: trouble where it cannot be written, or there is one that must not be replaced.
  static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(Trouble) {
    if path.isEmpty { throw Trouble("the path is empty: give the name of a file to write") }
    try checkName(path)
    let temporary = temporaryPath(beside: path)
    do throws(Errno) {
      // An empty file takes the name first, if it is free: file systems without hard links have nothing better.
      if !replacing { try create([], at: path, inPlaceOf: path) }
      do throws(Errno) {
        try create(bytes, at: temporary, inPlaceOf: path)
        try SystemCalls.move(temporary, to: path)
      } catch {
        try? SystemCalls.remove(temporary)
        if !replacing { try? SystemCalls.remove(path) }
        throw error
      }
    } catch {
      if error == .fileExists { throw Trouble("\(path) already exists: remove it, or choose another file") }
      throw Trouble("\(path) cannot be written (\(error)): choose another file, or make it writable")
    }
  }

  /// Checks that a file gets the name that the user wrote.
  static func checkName(_ path: String) throws(Trouble) {
    // What the program gets of arguments that are not UTF-8: the file would have another name.
    if path.contains("\u{FFFD}") {
      throw Trouble("\(path) cannot be written, because its name is not UTF-8: choose another name")
    }
  }

  /// The path of a file that is written in place of another one, in the same folder.
  static func temporaryPath(beside path: String) -> String {
    // A process before this one may have had the same number, and left its file behind.
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? ""
    let number = "\(SystemCalls.processNumber)-\(UInt32.random(in: 0 ... .max))"
    return "\(folder).tunekit-\(number).tmp"
  }

  /// Makes a file that was not there, with all of its bytes on the disk.
  private static func create(
    _ bytes: [UInt8], at path: String, inPlaceOf target: String
  ) throws(Errno) {
    do {
      let file = try create(path, inPlaceOf: target)
      do {
        try file.closeAfter {
          var rest = bytes[...]
          while !rest.isEmpty { rest = rest.dropFirst(try SystemCalls.write(rest, to: file)) }
          try SystemCalls.synchronize(file)
        }
      } catch {
        try? SystemCalls.remove(path)
        throw error
      }
    } catch {
      throw (error as? Errno) ?? .ioError
    }
  }
}
