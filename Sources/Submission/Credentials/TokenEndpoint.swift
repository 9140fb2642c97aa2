import Documents

/// What gives a token for a form (OAuth 2.0, RFC 6749).
struct TokenEndpoint: Sendable {
  /// Google's own, which is also the audience of every assertion.
  static let google = "https://oauth2.googleapis.com/token"

  private let url: String

  init(_ url: String) { self.url = url }

  /// The header that names a client and proves that it is the one.
  static func basic(_ client: String, _ secret: String) -> (name: String, value: String) {
    ("Authorization", "Basic \(Base64Text.text(Array("\(client):\(secret)".utf8), .usual))")
  }

  /// Sends a form and reads the token of the answer.
  func token<Transport, Clock>(
    _ form: FormText, _ headers: [(name: String, value: String)] = [],
    over link: inout ServiceLink<Transport, Clock>
  ) throws(TokenFault) -> AccessToken {
    var request = HTTPRequest(.post, url)
    request.headers = [("Content-Type", "application/x-www-form-urlencoded")] + headers
    request.body = .bytes(form.bytes)
    return try Self.token(
      try Self.answer(to: request, form.secrets, over: &link), "access_token"
    ) { answer in Self.lifetime(answer["expires_in"]) }
  }

  /// Makes a call that a token is the answer to.
  ///
  /// - Parameter secrets: what the request has beside its headers that must not be shown, should the answer repeat it.
  /// - Returns: the answer, if it is a success.
  static func answer<Transport, Clock>(
    to request: HTTPRequest, _ secrets: [String] = [], over link: inout ServiceLink<Transport, Clock>
  ) throws(TokenFault) -> HTTPResponse {
    let response: HTTPResponse
    do throws(TransportFailure) { response = try link.fetch(request) } catch { throw .unreached(error) }
    if response.status == 200 { return response }
    // That of "Bearer TOKEN" as well: the header can come back without its first word.
    let proofs = request.headers.filter { $0.name != "Content-Type" }.flatMap {
      [$0.value] + $0.value.split(separator: " ").map(String.init)
    }
    let refusal = ServiceRefusal(reading: response, tokenSource: "", secrets: secrets + proofs)
    let passing = ["server_error", "temporarily_unavailable", "internal_failure"]
    if ServiceLink<Transport, Clock>.isPassing(response.status) || passing.contains(refusal.code) {
      throw .later(refusal.description)
    }
    if (300...399).contains(response.status) {
      throw .refused(
        refusal.description,
        remedy: "check the address, and what is between this machine and it, such as a proxy")
    }
    throw .refused(refusal.description + offset(of: link.clock.wallSeconds, from: response))
  }

  /// Reads the token of an answer.
  static func token(
    _ response: HTTPResponse, _ name: String, lifetime: (DocumentValue) -> Double?
  ) throws(TokenFault) -> AccessToken {
    guard let answer = try? DocumentValue(parsing: response.body), let text = answer[name]?.string else {
      throw .later("the answer has no \(name)")
    }
    guard let token = AccessToken(text, lifetimeInSeconds: lifetime(answer)) else {
      throw .refused(
        "the \(name) of the answer is not one line of text",
        remedy: "check the address, and what is between this machine and it, such as a proxy")
    }
    return token
  }

  /// The seconds that a token is good for, by a number or the digits of one; nil if it is not said.
  static func lifetime(_ value: DocumentValue?) -> Double? {
    let text =
      switch value?.content {
      case .number(let text), .string(let text): text
      default: ""
      }
    return Double(text).flatMap { $0.isFinite ? max(0, $0) : nil }
  }

  /// That the machine's clock is wrong, if the answer shows it: assertions are refused then.
  private static func offset(of wallSeconds: Double, from response: HTTPResponse) -> String {
    guard let date = response.header("date").flatMap(HTTPDate.seconds) else { return "" }
    let minutes = Int(((wallSeconds - date) / 60).rounded())
    if abs(minutes) < 5 { return "" }
    return " (the clock of this machine is \(abs(minutes)) minutes \(minutes > 0 ? "fast" : "slow"))"
  }
}
