/// Why a call of a service failed.
public enum ServiceFailure: Error, Sendable {
  /// There is no complete answer.
  case transport(TransportFailure)
  /// The service refused, or failed, with this answer.
  case refused(ServiceRefusal)
  /// There is no token. The text says why, where it was looked for, and what to do.
  case credentials(String)
  /// A signal asked the program to end.
  case interrupted
}

extension ServiceFailure: CustomStringConvertible {
  /// What failed, and what to do where that is known: words on one line without a secret.
  public var description: String {
    switch self {
    case .transport(let failure): failure.description
    case .refused(let refusal): refusal.description
    case .credentials(let text): text
    case .interrupted: "the program was asked to end"
    }
  }
}
