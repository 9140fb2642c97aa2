/// Numbers that are not negative, counted in buckets: percentiles of any number of them, in memory that does not grow with
/// their number.
///
/// Numbers below 128 have a bucket each. From there on every power of two has 64 buckets, so that the middle of a bucket is
/// less than 1 % from every number in it:
///
///     0, 1, … 127            a number each
///     128–129, 130–131, …    64 buckets up to 255
///     256–259, 260–263, …    64 buckets up to 511
///
/// Their count, sum, minimum and maximum are exact. Histograms can be appended to each other in any grouping and order.
public struct ValueHistogram: Sendable, Codable, Equatable {
  /// Numbers below two to this power have a bucket each.
  private static let exactBits = 7
  /// Two to this power buckets are there for every power of two above.
  private static let bucketBits = 6

  /// How many numbers there are.
  public private(set) var count = 0
  /// Their sum.
  public private(set) var sum = 0
  /// The smallest of them; 0 without numbers.
  public private(set) var minimum = 0
  /// The largest of them; 0 without numbers.
  public private(set) var maximum = 0
  /// How many numbers each bucket has, up to the last that has some.
  private var buckets: ContiguousArray<Int> = []

  /// No numbers.
  public init() {}

  /// Adds a number, which must not be negative. Amortized O(1).
  @inline(__always)
  public mutating func add(_ value: Int) {
    precondition(value >= 0, "a number is not negative")
    minimum = count == 0 ? value : min(minimum, value)
    maximum = max(maximum, value)
    count += 1
    sum += value
    let bucket = Self.bucket(of: value)
    if bucket >= buckets.count { makeRoom(for: bucket) }
    buckets[bucket] += 1
  }

  /// Appends other numbers.
  public mutating func append(_ other: ValueHistogram) {
    if other.count == 0 { return }
    minimum = count == 0 ? other.minimum : min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    count += other.count
    sum += other.sum
    if other.buckets.count > buckets.count { makeRoom(for: other.buckets.count - 1) }
    for (bucket, number) in other.buckets.enumerated() { buckets[bucket] += number }
  }

  @inline(never)
  private mutating func makeRoom(for bucket: Int) {
    buckets.append(contentsOf: repeatElement(0, count: bucket + 1 - buckets.count))
  }

  // MARK: Percentiles

  /// The mean of the numbers; nil without any.
  public var mean: Double? { count == 0 ? nil : Double(sum) / Double(count) }

  /// The least number that so many percent of the numbers are not above (the nearest rank). It is exact below 128, and less
  /// than 1 % off above; nil without numbers.
  public func percentile(_ percent: Int) -> Int? {
    precondition((0...100).contains(percent), "a percentage is at most 100")
    if count == 0 { return nil }
    let (whole, rest) = count.quotientAndRemainder(dividingBy: 100)
    let rank = max(1, whole * percent + (rest * percent + 99) / 100)
    if rank >= count { return maximum }
    var before = 0
    for (bucket, number) in buckets.enumerated() {
      before += number
      if before >= rank {
        let range = Self.range(of: bucket)
        return min(max(range.lowerBound + (range.upperBound - range.lowerBound) / 2, minimum), maximum)
      }
    }
    preconditionFailure("the buckets have all numbers")
  }

  // MARK: Buckets

  @inline(__always)
  private static func bucket(of value: Int) -> Int {
    if value < 1 << exactBits { return value }
    let power = Int.bitWidth - 1 - value.leadingZeroBitCount
    return ((power - exactBits + 1) << bucketBits) + (value >> (power - bucketBits))
  }

  private static func range(of bucket: Int) -> ClosedRange<Int> {
    if bucket < 1 << exactBits { return bucket...bucket }
    let shift = (bucket >> bucketBits) - 1
    let inPower = bucket & ((1 << bucketBits) - 1)
    let first = ((1 << bucketBits) + inPower) << shift
    return first...first + ((1 << shift) - 1)
  }

  /// How many numbers are in a range that buckets do not cross, such as one of ``ranges(of:atMost:)``; exact there.
  public func count(in range: ClosedRange<Int>) -> Int {
    var found = 0
    for (bucket, number) in buckets.enumerated() where range.overlaps(Self.range(of: bucket)) {
      found += number
    }
    return found
  }
}
