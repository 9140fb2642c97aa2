import SystemPackage

extension AtomicFile {
  /// Writes a file piece by piece beside the place where it belongs, and moves it there once it is whole.
  ///
  /// - Parameters:
  ///   - replacing: whether the file takes the place of what is there; if not, what is there is written to, such as a
  ///     device.
  ///   - body: writes the file.
  /// - Throws: trouble where it cannot be written.
  static func write(
    to path: String, replacing: Bool, _ body: (inout OutputStream) -> Void
  ) throws(Trouble) {
    let temporary = replacing ? temporaryPath(beside: path) : path
    do throws(Errno) {
      let file = try open(temporary, isNew: replacing)
      do throws(Errno) {
        defer { try? file.close() }
        var output = OutputStream(to: file)
        body(&output)
        try output.end()
        if replacing { try SystemCalls.synchronize(file) }
      } catch {
        if replacing { try? SystemCalls.remove(temporary) }
        throw error
      }
      if replacing { try move(temporary, to: path) }
    } catch {
      throw Trouble("\(path) cannot be written (\(error)): choose another file, or make it writable")
    }
  }

  private static func move(_ temporary: String, to path: String) throws(Errno) {
    do throws(Errno) {
      try SystemCalls.move(temporary, to: path)
    } catch {
      try? SystemCalls.remove(temporary)
      throw error
    }
  }

  private static func open(_ path: String, isNew: Bool) throws(Errno) -> FileDescriptor {
    do {
      return try FileDescriptor.open(
        FilePath(path), .writeOnly,
        options: isNew ? [.create, .exclusiveCreate, .closeOnExec] : .closeOnExec,
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
    } catch {
      throw (error as? Errno) ?? .ioError
    }
  }
}
