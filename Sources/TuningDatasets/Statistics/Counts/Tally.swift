/// What is counted of one of many things.
protocol Tally: Sendable, Codable {
  /// Adds what was counted of the same thing elsewhere.
  mutating func add(_ other: Self)
}
