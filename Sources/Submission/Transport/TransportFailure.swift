/// Why a request has no complete answer.
public struct TransportFailure: Error, Sendable {
  /// What happened.
  public enum Kind: Sendable {
    /// The host has no address.
    case noAddress
    /// Nobody answers there.
    case noConnection
    /// The certificate is not accepted, or the connection cannot be encrypted.
    case insecure
    /// The deadline passed, or the speed was too low for too long.
    case timeout
    /// The connection ended too early.
    case ended
    /// The answer is longer than what is accepted.
    case tooLong
    /// What came is not an answer of HTTP.
    case malformed
    /// A signal asked the program to end.
    case interrupted
    /// The source of the body did not give it. It knows why.
    case unreadableFile
  }

  /// What kind of failure it is.
  public var kind: Kind
  /// Whether no byte of the request has left, so that the service cannot have acted on it.
  public var isProvablyUnsent: Bool
  /// What happened, in plain words with the host, but without the path and without a secret: the end of a sentence.
  public var description: String

  /// Whether the same request may succeed later.
  public var isPassing: Bool {
    switch kind {
    case .noAddress, .noConnection, .timeout, .ended: true
    // An address or a header that cannot be sent stays as it is.
    case .malformed: !isProvablyUnsent
    case .insecure, .tooLong, .interrupted, .unreadableFile: false
    }
  }

  /// Makes a failure.
  public init(_ kind: Kind, isProvablyUnsent: Bool, _ description: String) {
    (self.kind, self.isProvablyUnsent, self.description) = (kind, isProvablyUnsent, description)
  }
}
