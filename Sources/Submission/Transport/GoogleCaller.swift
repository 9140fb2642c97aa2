/// Calls Google's services over a transport, with the token that the user's credentials give.
public struct GoogleCaller<Transport: HTTPTransport, Clock: ServiceClock>: ServiceCaller {
  private var link: ServiceLink<Transport, Clock>
  private var credentials: Credentials
  /// Called before each pause after a failed call.
  public var beforePause: (CallPause) -> Void = { _ in }

  /// Makes a caller; the token is looked for at the first call.
  public init(_ transport: Transport, _ clock: Clock, _ credentials: Credentials) {
    link = ServiceLink(transport: transport, clock: clock)
    self.credentials = credentials
  }

  /// The seconds that calls with ``Repetition/forMinutes`` are made again for.
  public var patienceInSeconds = 300.0

  /// The seconds on the clock of the calls.
  public var elapsedSeconds: Double { link.clock.elapsedSeconds }

  /// Waits, or less if a signal comes or the machine has slept.
  public mutating func wait(seconds: Double) throws(ServiceFailure) {
    guard link.clock.wait(seconds: seconds) else { throw .interrupted }
  }

  /// Where the token comes from, such as "the variable CLOUDSDK_AUTH_ACCESS_TOKEN".
  ///
  /// - Throws: ``ServiceFailure`` if there are no credentials, or if they give no token.
  public mutating func tokenSource() throws(ServiceFailure) -> String {
    _ = try token()
    return credentials.source
  }

  /// Calls, with the token, as often as the repetition allows.
  public mutating func call(
    _ request: HTTPRequest, _ repetition: Repetition
  ) throws(ServiceFailure) -> HTTPResponse {
    var backOff = BackOff()
    // Counted from the first failure: a machine may have slept before it.
    var firstFailure: Double?
    while true {
      let failure: ServiceFailure
      do throws(ServiceFailure) { return try callOnce(request) } catch { failure = error }
      guard let budget = budget(of: repetition), let asked = askedPause(after: failure) else {
        throw failure
      }
      let pause = backOff.next(chance: link.clock.chance(), asked: asked)
      let now = link.clock.elapsedSeconds
      guard now - (firstFailure ?? now) + pause <= budget else { throw failure }
      firstFailure = firstFailure ?? now
      beforePause(CallPause(failure: failure, seconds: pause))
      guard link.clock.wait(seconds: pause) else { throw .interrupted }
      if link.clock.elapsedSeconds - now > pause + 5 { firstFailure = nil }
    }
  }

  private func budget(of repetition: Repetition) -> Double? {
    switch repetition {
    case .never: nil
    case .forMinutes: patienceInSeconds
    case .until(let seconds): seconds
    }
  }

  /// The seconds that a failed call's answer asks to wait; nil if the call is not made again.
  private func askedPause(after failure: ServiceFailure) -> Double? {
    switch failure {
    case .transport(let failure): failure.isPassing ? 0 : nil
    case .refused(let refusal):
      ServiceLink<Transport, Clock>.isPassing(refusal.status)
        ? HTTPDate.pause(after: refusal.response, wallSeconds: link.clock.wallSeconds) : nil
    case .credentials, .interrupted: nil
    }
  }

  // MARK: One call

  /// Makes a call, and makes it once more if the token was refused and there is another one.
  private mutating func callOnce(_ request: HTTPRequest) throws(ServiceFailure) -> HTTPResponse {
    let token = try token()
    var response = try send(request, token)
    if response.status == 401 {
      credentials.forget(token)
      let other = try self.token()
      if other != token { response = try send(request, other) }
    }
    let isProgress = response.status == 308 && response.header("location") == nil
    guard response.status < 300 || isProgress else {
      var refusal = ServiceRefusal(
        reading: response, tokenSource: credentials.source, secrets: [token.value])
      if response.status == 401 { refusal.advice = credentials.remedy }
      throw .refused(refusal)
    }
    return response
  }

  private mutating func token() throws(ServiceFailure) -> AccessToken {
    do throws(TokenFault) { return try credentials.token(over: &link) } catch {
      throw error.failure(credentials)
    }
  }

  private mutating func send(
    _ request: HTTPRequest, _ token: AccessToken
  ) throws(ServiceFailure) -> HTTPResponse {
    var request = request
    request.headers.append(("Authorization", "Bearer \(token.value)"))
    if let project = credentials.quotaProject {
      request.headers.append(("x-goog-user-project", project))
    }
    do { return try link.transport.send(request) } catch {
      throw error.kind == .interrupted ? .interrupted : .transport(error)
    }
  }
}
