public import SystemPackage

/// Why the state of a submission cannot be read or written. ``description`` is one line that ends with what to do.
public enum StateFault: Error, Sendable, Equatable {
  /// Neither `XDG_STATE_HOME` nor `HOME` says where states are kept.
  case noHome
  /// Another process has the submission; nil if it did not say which.
  case inUse(SubmissionKey, process: Int?)
  /// Others may read or change the file or folder, or it is not the user's: why, and the command that corrects it.
  case exposed(path: String, problem: String, remedy: String)
  /// The system refuses: what was to be done, such as "written".
  case system(path: String, action: String, Errno)
  /// The contents are not those of a state.
  case invalid(path: String, problem: String)
}

extension StateFault: CustomStringConvertible {
  /// What went wrong and what to do about it, in one line without a full stop. Show it as visible text.
  public var description: String {
    switch self {
    case .noHome:
      "HOME is not set, so there is no folder for the state of submissions: set XDG_STATE_HOME to a folder"
    case .inUse(_, .some(let process)):
      "this job is being submitted by process \(process): wait for it, or end it first"
    case .inUse(_, nil):
      "this job is being submitted by another process: wait for it, or end it first"
    case .exposed(let path, let problem, let remedy):
      "\(path) \(problem), and the address of an upload in it works as a token does: \(remedy)"
    case .system(let path, let action, let reason):
      "\(path) cannot be \(action) (\(reason)): \(Self.remedy(reason))"
    case .invalid(let path, let problem):
      "\(path) is not the state of a submission that this program can read: \(problem)"
    }
  }

  private static func remedy(_ reason: Errno) -> String {
    switch reason {
    case .noSpace, .diskQuotaExceeded: "free some space there, or set XDG_STATE_HOME to another folder"
    case .isDirectory: "it must be a file, so move it away"
    case .tooManySymbolicLinkLevels: "it must not be a symbolic link, so move it away"
    default: "change its permissions, or set XDG_STATE_HOME to another folder"
    }
  }
}
