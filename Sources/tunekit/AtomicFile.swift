import SystemPackage

/// Writes files so that nobody ever sees a part of one.
enum AtomicFile {
  /// Writes a file beside the place where it belongs, and moves it there once it is whole.
  ///
  /// - Parameter replacing: whether a file that is there already is replaced.
  /// - Throws: trouble where it cannot be written, or there is one that must not be replaced.
  static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(Trouble) {
    // A process before this one may have had the same number, and left its file behind.
    let temporary = "\(path).\(SystemCalls.processNumber).\(UInt32.random(in: 0 ... .max)).tmp"
    do throws(Errno) {
      // An empty file takes the name first, if it is free: file systems without hard links have nothing better.
      if !replacing { try create([], at: path) }
      do throws(Errno) {
        try create(bytes, at: temporary)
        try SystemCalls.move(temporary, to: path)
      } catch {
        SystemCalls.remove(temporary)
        if !replacing { SystemCalls.remove(path) }
        throw error
      }
    } catch {
      if error == .fileExists { throw Trouble("\(path) is there already: remove it, or name another file") }
      throw Trouble("\(path) cannot be written (\(error)): name another file, or make it writable")
    }
  }

  /// Makes a file that was not there, with all of its bytes on the disk.
  private static func create(_ bytes: [UInt8], at path: String) throws(Errno) {
    do {
      let file = try FileDescriptor.open(
        FilePath(path), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      do {
        try file.closeAfter {
          var rest = bytes[...]
          while !rest.isEmpty { rest = rest.dropFirst(try SystemCalls.write(rest, to: file)) }
          try SystemCalls.synchronize(file)
        }
      } catch {
        SystemCalls.remove(path)
        throw error
      }
    } catch {
      throw (error as? Errno) ?? .ioError
    }
  }
}
