/// Why a call of a service failed.
public enum ServiceFailure: Error, Sendable {
  /// There is no complete answer.
  case transport(TransportFailure)
  /// The service refused, or failed, with this answer.
  case refused(ServiceRefusal)
  /// There is no token. The text says why and where it was looked for.
  case credentials(String)
  /// A signal asked the program to end.
  case interrupted
}

/// An answer that is no success.
public struct ServiceRefusal: Sendable {
  /// The status of HTTP.
  public var status: Int
  /// The service's name of the fault, such as `PERMISSION_DENIED`; empty if the answer has none.
  public var code: String
  /// The service's words, visible and cut; empty if the answer has none.
  public var message: String
  /// Where the token came from, such as "the file that GOOGLE_APPLICATION_CREDENTIALS names".
  public var tokenSource: String
  /// The answer.
  public var response: HTTPResponse

  /// Makes a refusal.
  public init(status: Int, code: String, message: String, tokenSource: String, response: HTTPResponse) {
    (self.status, self.code, self.message) = (status, code, message)
    (self.tokenSource, self.response) = (tokenSource, response)
  }
}
