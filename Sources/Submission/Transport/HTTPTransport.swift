/// Sends requests, one at a time.
///
/// Redirects are not followed, nothing is sent twice, and no more of an answer is kept than its request allows.
public protocol HTTPTransport {
  /// Sends a request and waits for the whole answer, whatever its status.
  ///
  /// - Throws: ``TransportFailure`` where there is no complete answer.
  mutating func send(_ request: HTTPRequest) throws(TransportFailure) -> HTTPResponse
}
