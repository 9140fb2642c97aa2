/// Calls Google's services: adds the token, calls again what may be called again, and tells why a call failed.
public protocol ServiceCaller {
  /// Calls, and returns an answer with a status below 300, or 308, which a resumable upload gives.
  ///
  /// - Parameter repetition: whether and when a call that failed is made again.
  /// - Throws: ``ServiceFailure``, for every other status as well.
  mutating func call(_ request: HTTPRequest, _ repetition: Repetition) throws(ServiceFailure) -> HTTPResponse

  /// Waits, or less if a signal says that the program is to end or that it was suspended.
  ///
  /// - Throws: ``ServiceFailure`` of the kind `interrupted`, if the program is to end.
  mutating func wait(seconds: Double) throws(ServiceFailure)

  /// The seconds since some moment, by a clock that nobody sets and that goes on while the machine sleeps.
  var elapsedSeconds: Double { get }
}

/// Whether and when a call that failed is made again. A token that has expired is always replaced once.
public enum Repetition: Sendable {
  /// Never: the caller decides.
  case never
  /// After 408, 429, 5xx and failures of the connection, with growing pauses, for five minutes or what the caller is set to.
  case forMinutes
  /// The same without end, until a signal comes or this many seconds have passed.
  case until(seconds: Double)
}
