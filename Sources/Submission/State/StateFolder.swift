import SystemPackage

/// The folder with the states of the user's submissions, which nobody else can enter. Files are written whole.
struct StateFolder: Sendable {
  let path: String

  /// Makes the folder if it is not there.
  ///
  /// - Throws: the fault of a folder that cannot be made, or that others may enter.
  init(_ path: String) throws(StateFault) {
    self.path = path
    try Self.make(path)
    let folder: FileDescriptor
    do {
      folder = try FileDescriptor.open(
        FilePath(path), .readOnly, options: [.directory, .noFollow, .closeOnExec])
    } catch {
      throw Self.fault(path, "opened", error)
    }
    defer { try? folder.close() }
    try Self.check(folder, path, kind: "700", .directory)
  }

  /// Makes a folder and those around it, so that their names are on the disk.
  private static func make(_ path: String) throws(StateFault) {
    do throws(Errno) {
      try SystemCalls.makeFolder(path)
      synchronizeParent(of: path)
    } catch .fileExists {
      return
    } catch .noSuchFileOrDirectory {
      let parent = FilePath(path).removingLastComponent().string
      if parent.isEmpty || parent == path {
        throw .system(path: path, action: "made", .noSuchFileOrDirectory)
      }
      try make(parent)
      do throws(Errno) {
        try SystemCalls.makeFolder(path)
        synchronizeParent(of: path)
      } catch {
        // Another process may have made it meanwhile.
        if error != .fileExists { throw .system(path: path, action: "made", error) }
      }
    } catch {
      throw .system(path: path, action: "made", error)
    }
  }

  /// Waits until the name of a new folder is on the disk. Some folders cannot be opened by those who may write there.
  private static func synchronizeParent(of path: String) {
    let parent = FilePath(path).removingLastComponent()
    let file = try? FileDescriptor.open(parent, .readOnly, options: [.directory, .closeOnExec])
    _ = try? file?.closeAfter { if let file { try SystemCalls.synchronize(file) } }
  }

  /// The bytes of a file; nil if there is none.
  func read(_ name: String) throws(StateFault) -> [UInt8]? {
    let path = path(of: name)
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(
        FilePath(path), .readOnly, options: [.noFollow, .closeOnExec, .nonBlocking])
    } catch {
      if error as? Errno == .noSuchFileOrDirectory { return nil }
      throw Self.fault(path, "opened", error)
    }
    defer { try? file.close() }
    try Self.check(file, path, kind: "600", .regular)
    var bytes = [UInt8](repeating: 0, count: SubmissionState.maximumFileBytes + 1)
    var filled = 0
    do throws(Errno) {
      var span = bytes.mutableSpan
      while filled < span.count {
        let count = try SystemCalls.read(file, into: &span, from: filled, at: Int64(filled))
        if count == 0 { break }
        filled += count
      }
    } catch {
      throw .system(path: path, action: "read", error)
    }
    return Array(bytes[..<filled])
  }

  /// Writes a file whole: after a crash there is the old one or the new one. Only the process that has the lock may write.
  func write(_ bytes: [UInt8], as name: String) throws(StateFault) {
    let path = path(of: name)
    let temporary = path + ".new"
    do {
      // One that was left behind.
      try? SystemCalls.remove(temporary)
      let file = try FileDescriptor.open(
        FilePath(temporary), .writeOnly, options: [.create, .exclusiveCreate, .noFollow, .closeOnExec],
        permissions: .ownerReadWrite)
      do {
        try file.closeAfter {
          try SystemCalls.write(bytes, to: file)
          try SystemCalls.synchronize(file)
        }
        try SystemCalls.move(temporary, to: path)
      } catch {
        try? SystemCalls.remove(temporary)
        throw error
      }
      let folder = try FileDescriptor.open(
        FilePath(self.path), .readOnly, options: [.directory, .closeOnExec])
      try folder.closeAfter { try SystemCalls.synchronize(folder) }
    } catch {
      throw Self.fault(path, "written", error)
    }
  }

  /// Opens and locks a file, which it makes if there is none.
  ///
  /// - Returns: the file; if another process has it, what that one has written into it.
  func lock(_ name: String) throws(StateFault) -> LockAttempt {
    let path = path(of: name)
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(
        FilePath(path), .readWrite, options: [.create, .noFollow, .closeOnExec, .nonBlocking],
        permissions: .ownerReadWrite)
    } catch {
      throw Self.fault(path, "opened", error)
    }
    do throws(StateFault) {
      try Self.check(file, path, kind: "600", .regular)
      do throws(Errno) {
        if try SystemCalls.lock(file) { return .locked(file) }
      } catch {
        throw .system(path: path, action: "locked", error)
      }
    } catch {
      try? file.close()
      throw error
    }
    try? file.close()
    let text = (try read(name)).map { String(decoding: $0.prefix(20), as: UTF8.self) }
    return .taken(by: text.flatMap { Int($0) })
  }

  enum LockAttempt {
    case locked(FileDescriptor)
    /// Another process has it.
    case taken(by: Int?)
  }

  /// The names of its files.
  func names() throws(StateFault) -> [String] {
    do throws(Errno) {
      return try SystemCalls.names(in: path)
    } catch {
      throw .system(path: path, action: "read", error)
    }
  }

  /// The path of a file.
  func path(of name: String) -> String { FilePath(path).appending(name).string }

  /// Refuses what is not the user's alone.
  private static func check(
    _ file: FileDescriptor, _ path: String, kind: String, _ type: FileType
  ) throws(StateFault) {
    let status: Stat
    do {
      status = try Stat(file)
    } catch {
      throw fault(path, "opened", error)
    }
    guard status.type == type else {
      throw .invalid(path: path, problem: "it is a folder, a pipe or a device: move it away")
    }
    guard status.userID.rawValue == SystemCalls.userNumber else {
      throw .exposed(
        path: path, problem: "belongs to another user", remedy: "set XDG_STATE_HOME to a folder of your own")
    }
    guard status.permissions.rawValue & 0o077 == 0 else {
      throw .exposed(
        path: path, problem: "is accessible to other users", remedy: "run 'chmod \(kind) \(path)'")
    }
  }

  private static func fault(_ path: String, _ action: String, _ error: any Error) -> StateFault {
    .system(path: path, action: action, (error as? Errno) ?? .ioError)
  }
}
