import Submission

/// Answers that are given in turn, and the requests that they were given to. A class, so that the test and the caller share it.
final class FakeNetwork {
  /// An answer, or why there is none.
  enum Answer {
    case response(HTTPResponse)
    case failure(TransportFailure)
  }

  var answers: [Answer] = []
  private(set) var requests: [HTTPRequest] = []
  /// How the time has passed.
  var seconds = 1000.0
  /// The pauses that were waited for.
  private(set) var pauses: [Double] = []
  /// The pause at which the program is to end, counted from 1; 0 for none.
  var lastPause = 0
  /// By how much a pause is longer than asked for.
  var sleepSeconds = 0.0
  /// What each pause at random is of its limit.
  var chance = 0.5
  /// The seconds since 1970 at the beginning.
  var wallSeconds = 1_790_000_000.0

  /// Adds an answer with a text.
  func answer(_ status: Int, _ body: String = "{}", _ headers: [(String, String)] = []) {
    let headers = headers.map { (name: $0.0, value: $0.1) }
    answers.append(.response(HTTPResponse(status: status, headers: headers, body: Array(body.utf8))))
  }

  /// Adds a failure.
  func fail(_ kind: TransportFailure.Kind, isProvablyUnsent: Bool = false) {
    answers.append(
      .failure(TransportFailure(kind, isProvablyUnsent: isProvablyUnsent, "the network is a fake")))
  }

  fileprivate func next(_ request: HTTPRequest) -> Answer {
    requests.append(request)
    return answers.isEmpty ? .response(HTTPResponse(status: 200)) : answers.removeFirst()
  }

  fileprivate func wait(_ pause: Double) -> Bool {
    pauses.append(pause)
    seconds += pause + sleepSeconds
    return pauses.count != lastPause
  }
}

/// Sends over a fake network.
struct FakeTransport: HTTPTransport {
  let network: FakeNetwork

  mutating func send(_ request: HTTPRequest) throws(TransportFailure) -> HTTPResponse {
    switch network.next(request) {
    case .response(let response): return response
    case .failure(let failure): throw failure
    }
  }
}

/// The clock of a fake network.
struct FakeClock: ServiceClock {
  let network: FakeNetwork

  var elapsedSeconds: Double { network.seconds }
  var wallSeconds: Double { network.wallSeconds + network.seconds }
  mutating func wait(seconds: Double) -> Bool { network.wait(seconds) }
  mutating func chance() -> Double { network.chance }
}

extension FakeNetwork {
  /// A caller over this network.
  ///
  /// - Parameter environment: the variables that credentials are looked for in.
  func caller(
    _ environment: [String: String] = ["CLOUDSDK_AUTH_ACCESS_TOKEN": "ya29.of-variable"],
    tokenFile: String? = nil
  ) -> GoogleCaller<FakeTransport, FakeClock> {
    var settings = CredentialSettings(accessTokenFile: tokenFile)
    settings.environment = { environment[$0] }
    return GoogleCaller(FakeTransport(network: self), FakeClock(network: self), Credentials(settings))
  }
}

extension HTTPRequest {
  /// The value of the first header of this name.
  func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The body as text.
  var text: String {
    guard case .bytes(let bytes) = body else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
