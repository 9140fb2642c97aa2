/// The growing pauses between calls that fail: at random from none up to 1, 2, 4 … 60 seconds.
///
/// Chance spreads the calls of many programs that failed at once. An answer can ask for more, up to ten minutes.
struct BackOff {
  static let (mostSeconds, mostAskedSeconds) = (60.0, 600.0)

  private var limit = 1.0

  /// The next pause in seconds.
  ///
  /// - Parameters:
  ///   - chance: a number at random from 0 up to 1.
  ///   - asked: the seconds that the answer asks for, 0 for none.
  mutating func next(chance: Double, asked: Double) -> Double {
    defer { limit = min(limit * 2, Self.mostSeconds) }
    return max(chance * limit, min(asked, Self.mostAskedSeconds))
  }
}
