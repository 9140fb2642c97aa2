/// The clocks of the machine, and waits that end at signals.
public struct SystemClock: ServiceClock {
  /// The machine's clock.
  public init() {}

  /// The seconds since the machine was started, those included in which it slept.
  public var elapsedSeconds: Double { SystemCalls.elapsedSeconds }
  /// The seconds since 1970.
  public var wallSeconds: Double { Double(SystemCalls.wallClock) / 1000 }

  /// Waits until the time has passed, a signal comes, or the machine has slept.
  public mutating func wait(seconds: Double) -> Bool {
    let (end, continuations) = (elapsedSeconds + seconds, SystemCalls.timesContinued)
    while SystemCalls.signalToEnd == nil {
      let before = elapsedSeconds
      guard before < end, SystemCalls.timesContinued == continuations else { return true }
      // A signal that another thread takes does not end this one's sleep, so that is short.
      SystemCalls.sleep(milliseconds: Int(min(0.2, end - before) * 1000) + 1)
      // The machine slept, and what was waited for may have happened meanwhile.
      if elapsedSeconds - before > 5 { return SystemCalls.signalToEnd == nil }
    }
    return false
  }

  /// A number at random from 0 up to 1.
  public mutating func chance() -> Double { Double.random(in: 0..<1) }
}
