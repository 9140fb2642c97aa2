public import ByteStreams

/// Why a dataset is not where the job needs it. ``description`` is one line that ends with what to do; show it as visible text.
public enum UploadFault: Error, Sendable {
  /// A call of the service failed.
  case service(ServiceFailure, uri: String)
  /// The file cannot be read.
  case unreadable(ByteStreamError)
  /// The file is not the one that was validated.
  case changed(path: String, problem: String)
  /// The object is not the one that was validated, or cannot be compared with it.
  case different(uri: String, problems: [String])
  /// The service takes no more bytes.
  case stalled(uri: String, failures: Int, last: String)
  /// The service answers what it cannot mean.
  case unexpected(uri: String, problem: String)
  /// What is known of the upload cannot be kept.
  case state(StateFault)
  /// A signal asked the program to end.
  case interrupted

  /// A failure of a call that is about an object.
  static func of(_ failure: ServiceFailure, _ uri: String) -> UploadFault {
    if case .interrupted = failure { return .interrupted }
    if case .transport(let failure) = failure, failure.kind == .interrupted { return .interrupted }
    return .service(failure, uri: uri)
  }
}

extension UploadFault: CustomStringConvertible {
  /// What went wrong and what to do about it, in one line without a full stop.
  public var description: String {
    switch self {
    case .service(let failure, let uri): "\(uri): \(failure)"
    case .unreadable(let error): error.description
    case .changed(let path, let problem):
      "\(path) has changed since it was validated: \(problem); validate it again"
    case .different(let uri, let problems):
      "\(uri) is not the dataset that was validated: \(problems.joined(separator: "; ")); give the dataset another "
        + "name in the job, or replace the object with --replace"
    case .stalled(let uri, let failures, let last):
      "\(uri): the service took no more bytes in \(failures) attempts (\(last)); run the command again to continue there"
    case .unexpected(let uri, let problem):
      "\(uri): \(problem); run the command again, and report it if it comes again"
    case .state(let fault): fault.description
    case .interrupted: "the upload was interrupted; run the command again to continue there"
    }
  }
}
