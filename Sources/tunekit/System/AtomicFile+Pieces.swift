import SystemPackage

extension AtomicFile {
  /// Writes a file piece by piece beside the place where it belongs, and moves it there once it is whole. Until then,
  /// signals that end the program remove it.
  ///
  /// - Parameters:
  ///   - replacing: whether the file takes the place of what is there; if not, what is there is written to, such as a
  ///     device.
  ///   - body: writes the file.
  /// - Throws: trouble where it cannot be written. A reader that has closed a pipe is not an error.
  static func write(
    to path: String, replacing: Bool, _ body: (inout OutputStream) -> Void
  ) throws(Trouble) {
    let temporary = replacing ? temporaryPath(beside: path) : path
    if replacing { SystemCalls.removeAtSignals(temporary) }
    defer { if replacing { SystemCalls.removeAtSignals(nil) } }
    do throws(Errno) {
      let file = try replacing ? create(temporary, inPlaceOf: path) : open(path)
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
      if !replacing, error == .brokenPipe { return }
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

  /// Opens a file that was not there, for those who may use the file whose place it is to take.
  static func create(_ path: String, inPlaceOf target: String) throws(Errno) -> FileDescriptor {
    let permissions = (try? Stat(FilePath(target)))?.permissions
    do {
      let file = try FileDescriptor.open(
        FilePath(path), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: permissions == nil ? [.ownerReadWrite, .groupRead, .otherRead] : .ownerReadWrite)
      if let permissions { SystemCalls.set(permissions, of: file) }
      return file
    } catch {
      throw (error as? Errno) ?? .ioError
    }
  }

  private static func open(_ path: String) throws(Errno) -> FileDescriptor {
    do {
      return try FileDescriptor.open(FilePath(path), .writeOnly, options: .closeOnExec)
    } catch {
      throw (error as? Errno) ?? .ioError
    }
  }
}
