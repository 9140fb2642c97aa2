import Documents

/// Where the states of submissions are kept: a folder that only the user can enter, with a file for each.
///
///     ~/.local/state/tunekit/submissions    0700
///       00ab12cd34ef5678.json               0600   the state, always whole
///       00ab12cd34ef5678.lock               0600   the number of the process that has it
public struct SubmissionStore: Sendable {
  private let folder: StateFolder

  /// Opens the store, and makes its folder if there is none.
  ///
  /// - Parameter path: the folder; nil for ``defaultFolder()``.
  /// - Throws: the fault of a folder that cannot be made, or that others may enter.
  public init(folder path: String? = nil) throws(StateFault) {
    if let path {
      folder = try StateFolder(path)
    } else {
      folder = try StateFolder(try Self.defaultFolder())
    }
  }

  /// The folder by the XDG base directory specification: `tunekit/submissions` in `XDG_STATE_HOME`, or else in
  /// `~/.local/state`. A path there that is not absolute is ignored, as the specification says.
  public static func defaultFolder() throws(StateFault) -> String {
    if let home = SystemCalls.environment("XDG_STATE_HOME"), home.hasPrefix("/") {
      return home + "/tunekit/submissions"
    }
    guard let home = SystemCalls.environment("HOME"), home.hasPrefix("/") else { throw .noHome }
    return home + "/.local/state/tunekit/submissions"
  }

  /// The path of the folder.
  public var path: String { folder.path }

  /// Takes a submission, whether it has begun or not, until the value that is returned is gone.
  ///
  /// - Throws: `inUse` if another process has it.
  public func take(_ key: SubmissionKey) throws(StateFault) -> TakenSubmission {
    switch try folder.lock("\(key).lock") {
    case .locked(let lock): return try TakenSubmission(key, in: folder, lock: lock)
    case .taken(let process): throw .inUse(key, process: process)
    }
  }

  /// What is known of a submission, without taking it; nil if it has not begun.
  public func state(_ key: SubmissionKey) throws(StateFault) -> SubmissionState? {
    try Self.state(key, in: folder)
  }

  /// The keys of all submissions, in their order.
  public func keys() throws(StateFault) -> [SubmissionKey] {
    try folder.names().filter { $0.hasSuffix(".json") }.compactMap { SubmissionKey(String($0.dropLast(5))) }
      .sorted { $0.description < $1.description }
  }

  static func state(_ key: SubmissionKey, in folder: StateFolder) throws(StateFault) -> SubmissionState? {
    let name = "\(key).json"
    guard let bytes = try folder.read(name) else { return nil }
    let path = folder.path(of: name)
    let state: SubmissionState
    do throws(DocumentFault) {
      state = try SubmissionState(
        parsing: bytes,
        advice: "look with 'tunekit list' whether the job exists, then move the file away to begin anew")
    } catch {
      throw .invalid(path: path, problem: error.description)
    }
    guard state.key == key else {
      throw .invalid(path: path, problem: "it is that of \(state.key), so move it away")
    }
    return state
  }
}
