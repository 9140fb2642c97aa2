import SystemPackage

/// A file that takes the place of another once it is whole. Until then it has a name of its own beside it, and is gone if it does
/// not come to that, also when a signal ends the program.
///
///     train.jsonl   ────────── read ──────────┐ stays as it was
///     .tunekit-….tmp  ├ write ┤ write ┤ … ┤ put in place of ▶ train.jsonl
///
/// Everything that the program writes for the user is written so: fixed data, reports, baselines, receipts and new files.
package final class ReplacementFile: Sendable {
  /// Why a file cannot be made, written, or put in its place.
  package enum Failure: Error {
    /// The system refuses, in its words.
    case refused(String)
    /// There is a file already that must not be replaced.
    case exists
    /// The file that was to be replaced has changed. It has its place, or, if the system would not give that back, this path.
    case changed(keptAt: String?)

    fileprivate init(_ error: any Error) {
      let error = (error as? Errno) ?? .ioError
      self = error == .fileExists ? .exists : .refused(error.description)
    }
  }

  private struct State {
    var length = 0
    var failure: Errno?
    var isThere = true
    /// Which of the names that a signal removes is this file's; nil if there are enough others.
    var place: Int?
  }

  /// The name of the file until it takes its place.
  package let path: String
  private let descriptor: FileDescriptor
  private let state: Guarded<State>

  /// Which of the names that a signal removes are taken.
  private static let places = Guarded([Bool](repeating: false, count: UnsafeBoundary.mostTemporaryNames))

  /// Makes an empty file in the folder of another.
  ///
  /// - Throws: why the folder takes none.
  package convenience init(beside target: String) throws(Failure) {
    let folder = target.utf8.lastIndex(of: UInt8(ascii: "/")).map { target[...$0] } ?? ""
    try self.init(folder: String(folder))
  }

  /// Makes an empty file in the folder for temporary files.
  ///
  /// - Throws: why the folder takes none.
  package convenience init() throws(Failure) { try self.init(folder: TemporaryFile.folder + "/") }

  private init(folder: String) throws(Failure) {
    path = folder + ".tunekit-\(UInt64.random(in: 0 ... .max)).tmp"
    // Before there is a file, so that none is forgotten.
    let place = Self.takePlace(for: path)
    do {
      descriptor = try Self.create(path, .ownerReadWrite)
    } catch {
      Self.leave(place)
      throw error
    }
    state = Guarded(State(place: place))
  }

  deinit {
    remove()
    try? descriptor.close()
  }

  private static func create(
    _ path: String, _ permissions: FilePermissions
  ) throws(Failure) -> FileDescriptor {
    do {
      return try FileDescriptor.open(
        FilePath(path), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: permissions)
    } catch {
      throw Failure(error)
    }
  }

  /// Takes a name that is free with an empty file, which is to be replaced: not every file system can do that at once.
  ///
  /// - Throws: that there is a file, or why there cannot be one.
  package static func reserve(_ path: String) throws(Failure) {
    let permissions: FilePermissions = [
      .ownerReadWrite, .groupRead, .groupWrite, .otherRead, .otherWrite,
    ]
    let file = try create(path, permissions)
    try? file.close()
  }

  /// Why not all bytes could be written, in the system's words; nil if they could.
  package var failure: String? {
    guard let error = state.withLock({ $0.failure }) else { return nil }
    return error.description
  }

  /// How many bytes were written.
  package var length: Int { state.withLock { $0.length } }

  /// Writes bytes behind those that were written. After a failure nothing is written.
  package func write(_ bytes: ArraySlice<UInt8>) {
    state.withLock { state in
      var rest = bytes
      do throws(Errno) {
        while state.failure == nil, !rest.isEmpty {
          let count = try UnsafeBoundary.write(descriptor, rest, at: state.length)
          rest = rest.dropFirst(count)
          state.length += count
        }
      } catch {
        state.failure = error
      }
    }
  }

  /// Puts the file in the place of a path, with the owner and the permissions of the file that is there, or else those of any
  /// new file, once its bytes are on the disk. Until then only the user can read it.
  ///
  /// - Parameter before: the state of the file that may be replaced; nil to replace what is there. It is looked at right before
  ///   and right after the files change names, so that what another program writes meanwhile is not lost. A program that opened
  ///   the file before that and writes to it afterwards writes to a file that is gone.
  /// - Throws: why it could not be written or put there; what was there is there still.
  package func replace(_ target: String, ifStill before: FileState? = nil) throws(Failure) {
    do {
      if let error = state.withLock({ $0.failure }) { throw error }
      if let status = try? Stat(FilePath(target)) {
        try UnsafeBoundary.copyOwner(of: status, to: descriptor)
      } else {
        try UnsafeBoundary.setUsualPermissions(of: descriptor)
      }
      try UnsafeBoundary.synchronize(descriptor)
    } catch {
      throw Failure(error)
    }
    if let before, FileState(path: target) != before { throw .changed(keptAt: nil) }
    guard let before, try exchange(with: target, ifStill: before) else {
      do {
        try UnsafeBoundary.move(path, to: target)
      } catch {
        throw Failure(error)
      }
      leave()
      return synchronizeFolder()
    }
    synchronizeFolder()
  }

  /// Lets the file change names with another, which then is removed; they change back if it is not as it was.
  ///
  /// - Returns: false if the system cannot do that, and nothing was done.
  /// - Throws: that the other file has changed.
  func exchange(with target: String, ifStill before: FileState) throws(Failure) -> Bool {
    // What has this file's name may be the other one from here on: no signal removes it.
    forgetPlace()
    guard UnsafeBoundary.exchange(path, target) else { return false }
    if FileState(path: path) != before {
      if UnsafeBoundary.exchange(path, target) { throw .changed(keptAt: nil) }
      leave()
      throw .changed(keptAt: path)
    }
    remove()
    return true
  }

  /// Waits until the file's name is on the disk, where the file system can tell: the file is in its place either way.
  private func synchronizeFolder() {
    let folder = FilePath(path).removingLastComponent()
    let path = folder.isEmpty ? FilePath(".") : folder
    guard let folder = try? FileDescriptor.open(path, .readOnly, options: [.directory, .closeOnExec]) else {
      return
    }
    try? UnsafeBoundary.synchronize(folder)
    try? folder.close()
  }

  /// Removes the file, unless it took its place.
  package func remove() {
    guard state.withLock({ $0.isThere }) else { return }
    UnsafeBoundary.removeName(path)
    leave()
  }

  /// Notes that the file does not have its own name any more.
  private func leave() {
    state.withLock { $0.isThere = false }
    forgetPlace()
  }

  /// Has no signal remove what has this file's name.
  private func forgetPlace() {
    let place = state.withLock { state in
      defer { state.place = nil }
      return state.place
    }
    Self.leave(place)
  }

  private static func takePlace(for path: String) -> Int? {
    places.withLock { places in
      guard let place = places.firstIndex(of: false) else { return nil }
      places[place] = true
      UnsafeBoundary.setTemporaryName(path, at: place)
      return place
    }
  }

  private static func leave(_ place: Int?) {
    guard let place else { return }
    places.withLock { places in
      places[place] = false
      UnsafeBoundary.setTemporaryName(nil, at: place)
    }
  }

  /// Removes all such files that have not taken their places. The handler of a signal can call this.
  ///
  /// - Returns: whether there were any.
  package static func removeAll() -> Bool { UnsafeBoundary.removeTemporaryFiles() }
}
