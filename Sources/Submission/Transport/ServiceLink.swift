/// The network and the clock together, as calls use them.
struct ServiceLink<Transport: HTTPTransport, Clock: ServiceClock> {
  var transport: Transport
  var clock: Clock

  /// Whether an answer says that the same call may succeed later.
  static func isPassing(_ status: Int) -> Bool { [408, 429, 500, 502, 503, 504].contains(status) }

  /// Makes a call as often as three times, with pauses between, and returns the first answer that does not say "later".
  mutating func fetch(_ request: HTTPRequest) throws(TransportFailure) -> HTTPResponse {
    var backOff = BackOff()
    for attempt in 1... {
      let asked: Double
      do {
        let response = try transport.send(request)
        if !Self.isPassing(response.status) || attempt == 3 { return response }
        asked = HTTPDate.pause(after: response, wallSeconds: clock.wallSeconds)
      } catch {
        if !error.isPassing || attempt == 3 { throw error }
        asked = 0
      }
      guard clock.wait(seconds: backOff.next(chance: clock.chance(), asked: asked)) else {
        throw TransportFailure(.interrupted, isProvablyUnsent: false, "the program was asked to end")
      }
    }
    preconditionFailure("there is a third attempt")
  }
}
