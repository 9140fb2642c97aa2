import SystemPackage

/// A submission that no other process has, as long as this value lives.
public struct TakenSubmission: ~Copyable {
  /// The key.
  public let key: SubmissionKey
  private let folder: StateFolder
  private let lock: FileDescriptor

  init(_ key: SubmissionKey, in folder: StateFolder, lock: FileDescriptor) throws(StateFault) {
    (self.key, self.folder, self.lock) = (key, folder, lock)
    // For the message of a process that comes later.
    do {
      try lock.resize(to: 0)
      try lock.seek(offset: 0, from: .start)
      try SystemCalls.write(Array("\(SystemCalls.processNumber)".utf8), to: lock)
    } catch {
      throw .system(path: folder.path(of: "\(key).lock"), action: "written", (error as? Errno) ?? .ioError)
    }
  }

  deinit {
    // Gives the lock back. Nothing depends on the file's contents.
    try? lock.close()
  }

  /// What is known of it; nil if it has not begun.
  public func state() throws(StateFault) -> SubmissionState? { try SubmissionStore.state(key, in: folder) }

  /// Writes what is known of it, so that it is on the disk when this returns.
  public func save(_ state: SubmissionState) throws(StateFault) {
    precondition(state.key == key, "this is the state of another submission")
    try folder.write(state.fileBytes, as: "\(key).json")
  }
}
