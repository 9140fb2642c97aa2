/// That a call failed and is made again later, to be shown while the program waits.
public struct CallPause: Sendable {
  /// Why the call failed.
  public let failure: ServiceFailure
  /// The seconds until the next attempt.
  public let seconds: Double
}
