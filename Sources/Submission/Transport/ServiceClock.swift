/// What calls need of the machine beside the network: time, pauses and chance.
public protocol ServiceClock {
  /// The seconds since some moment, by a clock that nobody sets and that goes on while the machine sleeps.
  var elapsedSeconds: Double { get }
  /// The seconds since 1970-01-01, in UTC, by the clock that people set.
  var wallSeconds: Double { get }

  /// Waits. Ends earlier if a signal says that the program is to end or that it was stopped and goes on, or if the machine
  /// has slept.
  ///
  /// - Returns: false if the program is to end.
  mutating func wait(seconds: Double) -> Bool

  /// A number at random from 0 up to 1.
  mutating func chance() -> Double
}
