/// What is counted of many things, each told by a digest: of all of them, as long as they are few.
///
/// Of more than ``most`` things only those with the lowest digests are kept. Digests are spread evenly, so these are a sample
/// that does not depend on the order, and how far apart they are tells how many things there are, within 1 % or so:
///
///     0 ──x──x─x────x──xx─x──┤ the highest digest that is kept          2⁶⁴
///         the things that are kept
///
/// A thing that is kept in the end was kept all the time, so what is counted of it is exact. Tables can be appended to each
/// other in any grouping and order; ``prune()`` ends the counting.
struct SampledTallies<Counts: Tally>: Sendable, Codable {
  /// The most things that are kept.
  static var most: Int { 1 << 16 }

  private var tallies: [UInt64: Counts] = [:]
  /// Things with higher digests are left out, at once or when the table is pruned; nil as long as all are kept.
  /// At least ``most`` things that are kept have no higher ones.
  private var highest: UInt64?

  init() {}

  /// Whether nothing was left out. This and all below are right once the table was pruned.
  var areAll: Bool { highest == nil }

  /// How many things there are: an estimate where not all are kept.
  var distinct: Int {
    guard let highest else { return tallies.count }
    let share = (Double(highest) + 1) / 18_446_744_073_709_551_616
    return Int(Double(tallies.count - 1) / share)
  }

  /// What was counted, in any order.
  var values: some Collection<Counts> { tallies.values }

  /// Counts something of a thing. Amortized O(log n) for one that is kept, else O(1).
  ///
  /// - Parameter first: what is kept of a thing that was not met before.
  @inline(__always)
  mutating func count(
    _ digest: UInt64, first: @autoclosure () -> Counts, _ change: (inout Counts) -> Void
  ) {
    if let highest, digest > highest { return }
    change(&tallies[digest, default: first()])
    if tallies.count >= 2 * Self.most { prune() }
  }

  /// Appends what was counted elsewhere. O(n) in the things that are kept there, as counting is: what is too much here is
  /// not left out before there is twice as much.
  mutating func append(_ other: SampledTallies) {
    if let limit = other.highest { highest = min(highest ?? limit, limit) }
    for (digest, tally) in other.tallies {
      if let highest, digest > highest { continue }
      if tallies[digest]?.add(tally) == nil { tallies[digest] = tally }
      if tallies.count >= 2 * Self.most { prune() }
    }
  }

  /// Leaves out what is too much. O(n log n) if there is something, else O(1).
  mutating func prune() {
    guard tallies.count > Self.most else { return }
    let last = tallies.keys.sorted()[Self.most - 1]
    let limit = min(highest ?? last, last)
    highest = limit
    tallies = tallies.filter { $0.key <= limit }
  }
}
