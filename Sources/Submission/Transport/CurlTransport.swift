/// Sends requests with libcurl.
///
/// Connections stay open and are used again, except those of requests that want one of their own. Redirects are not followed,
/// nothing is decompressed, and neither cookies nor passwords of a file are sent. The variables of the environment that
/// libcurl knows name proxies: `https_proxy`, `all_proxy`, `no_proxy` and their forms in capital letters.
public struct CurlTransport: HTTPTransport {
  private let settings: TransportSettings
  private let connections = CurlConnections()

  /// Makes a transport without connections.
  public init(_ settings: TransportSettings = .ofUser()) { self.settings = settings }

  /// Sends a request and waits for the whole answer, whatever its status.
  public mutating func send(_ request: HTTPRequest) throws(TransportFailure) -> HTTPResponse {
    guard let address = ServiceAddress(request.url) else {
      throw TransportFailure(.malformed, isProvablyUnsent: true, "the address is not one of https")
    }
    guard address.isTrustworthy else {
      throw TransportFailure(
        .insecure, isProvablyUnsent: true,
        "\(address.host) would get the request without encryption: write https in place of http")
    }
    guard request.headers.allSatisfy({ Self.isLine($0.name) && Self.isLine($0.value) }) else {
      throw TransportFailure(.malformed, isProvablyUnsent: true, "a header is not one line of text")
    }
    var exchange = CurlExchange(request)
    let outcome = connections.perform(CurlCall(request, address, settings), &exchange)
    if let failure = outcome.failure {
      throw TransportFailure(
        failure, isProvablyUnsent: outcome.isProvablyUnsent, describe(failure, address, outcome, request))
    }
    guard (200...599).contains(outcome.status) else {
      throw TransportFailure(
        .malformed, isProvablyUnsent: false, "\(address.host) answered with the status \(outcome.status)")
    }
    return HTTPResponse(status: outcome.status, headers: exchange.headers, body: exchange.answer)
  }

  private static func isLine(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }

  private func describe(
    _ failure: TransportFailure.Kind, _ address: ServiceAddress, _ outcome: CurlOutcome,
    _ request: HTTPRequest
  ) -> String {
    let host = address.host
    let detail = outcome.detail.isEmpty ? "" : " (\(Redactor.shown(outcome.detail)))"
    // libcurl names whom it could not connect to, and that is another host if there is a proxy.
    let name = host.filter { $0 != "[" && $0 != "]" }
    let (words, connecting) = (outcome.detail.lowercased(), "failed to connect to ")
    let isElsewhere = words.hasPrefix(connecting) && !words.hasPrefix("\(connecting)\(name) ")
    if outcome.isOfProxy || isElsewhere {
      return "the proxy on the way to \(host) fails\(detail): check the variable https_proxy"
    }
    return switch failure {
    case .noAddress: "no address of \(host) was found\(detail): check the network and the proxy"
    case .noConnection: "there is no connection to \(host)\(detail)"
    case .insecure:
      "the connection to \(host) is not secure\(detail): an authority of your own is given with --ca-file"
    case .timeout: "\(host) took too long\(detail)"
    case .ended: "the connection to \(host) ended too early\(detail)"
    case .tooLong:
      "the answer of \(host) is longer than the limit of \(request.mostAnswerBytes) bytes, or its headers are"
    case .malformed: "what \(host) sent is not an answer of HTTP\(detail)"
    case .interrupted: "the program was asked to end"
    case .unreadableFile: "the file could not be read while it was sent, or it has changed"
    }
  }
}
