import Testing
import TestSupport
import TuningDatasets

@Suite struct ValueHistogramTests {
  /// Numbers of several kinds, few and many.
  private static func numbers(_ generator: inout SplitMix64) -> [Int] {
    let count = generator.pick([1, 2, 3, 19, 100, 101, 4000])
    let most = generator.pick([0, 1, 5, 127, 128, 129, 2000, 1 << 20, 1 << 40])
    let bits = generator.pick([0, 3, 10])
    return (0..<count).map { _ in
      // Most of them are much less than the greatest.
      Int.random(in: 0...most, using: &generator) >> Int.random(in: 0...bits, using: &generator)
    }
  }

  private static func histogram(_ numbers: some Sequence<Int>) -> ValueHistogram {
    var histogram = ValueHistogram()
    for number in numbers { histogram.add(number) }
    return histogram
  }

  @Test("percentiles are those of the sorted numbers, less than 1 % off", arguments: 0..<300 as Range<UInt64>)
  func percentiles(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let numbers = Self.numbers(&generator)
    let sorted = numbers.sorted()
    let histogram = Self.histogram(numbers)
    for percent in [0, 1, 5, 25, 50, 75, 95, 99, 100] {
      let rank = max(1, (sorted.count * percent + 99) / 100)
      let exact = sorted[rank - 1]
      let found = try #require(histogram.percentile(percent))
      let difference = abs(found - exact)
      #expect(exact < 128 ? difference == 0 : 100 * difference < exact, "p\(percent): \(found), not \(exact)")
    }
    #expect(histogram.percentile(100) == sorted.last)
  }

  @Test("count, sum, minimum, maximum and mean are exact", arguments: 0..<50 as Range<UInt64>)
  func exactNumbers(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let numbers = Self.numbers(&generator)
    let histogram = Self.histogram(numbers)
    #expect(histogram.count == numbers.count)
    #expect(histogram.sum == numbers.reduce(0, +))
    #expect(histogram.minimum == numbers.min())
    #expect(histogram.maximum == numbers.max())
    #expect(histogram.mean == Double(numbers.reduce(0, +)) / Double(numbers.count))
  }

  @Test("without numbers there is nothing to tell")
  func empty() {
    let histogram = ValueHistogram()
    #expect(histogram.count == 0 && histogram.mean == nil && histogram.percentile(50) == nil)
    #expect(ValueHistogram.ranges(of: [histogram, histogram], atMost: 10).isEmpty)
  }

  @Test("the bounds of the buckets")
  func bounds() {
    for number in [0, 1, 126, 127, 128, 129, 255, 256, 1 << 20, (1 << 20) - 1, 1 << 59, (1 << 60) - 1] {
      let histogram = Self.histogram([0, number, number, 1 << 60])
      let found = histogram.percentile(50) ?? -1
      #expect(abs(found - number) <= number / 100, "\(number): \(found)")
    }
  }

  @Test(
    "in whatever grouping histograms are appended, they come to the same", arguments: 0..<100 as Range<UInt64>
  )
  func grouping(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let lists = (0..<8).map { _ in
      Bool.random(using: &generator) ? Self.numbers(&generator) : []
    }
    var parts = lists.map { Self.histogram($0) }
    while parts.count > 1 {
      let index = Int.random(in: 0..<parts.count - 1, using: &generator)
      parts[index].append(parts[index + 1])
      parts.remove(at: index + 1)
    }
    #expect(parts[0] == Self.histogram(lists.flatMap(\.self)))
  }

  @Test("the greatest numbers have ranges", arguments: [1 << 61, (1 << 62) - 1, 1 << 62, .max])
  func greatestNumbers(greatest: Int) {
    for (numbers, most) in [([greatest], 4), ([0, greatest], 4), ([0, greatest], 12), ([0, greatest], 24)] {
      let histogram = Self.histogram(numbers)
      let ranges = ValueHistogram.ranges(of: [histogram], atMost: most)
      #expect(ranges.first?.lowerBound == numbers[0] && ranges.last?.upperBound == greatest)
      #expect(ranges.count <= most && ranges.reduce(0) { $0 + histogram.count(in: $1) } == numbers.count)
    }
  }

  @Test(
    "ranges adjoin, are few, have all numbers, and count them exactly", arguments: 0..<300 as Range<UInt64>)
  func ranges(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let (first, second) = (Self.numbers(&generator), Self.numbers(&generator))
    let histograms = [Self.histogram(first), Self.histogram(second)]
    let most = generator.pick([4, 12, 24])
    let ranges = ValueHistogram.ranges(of: histograms, atMost: most)
    #expect(!ranges.isEmpty && ranges.count <= most)
    #expect(ranges.first?.lowerBound == (first + second).min())
    #expect(ranges.last?.upperBound == (first + second).max())
    for (range, next) in zip(ranges, ranges.dropFirst()) {
      #expect(range.upperBound + 1 == next.lowerBound)
    }
    for (numbers, histogram) in zip([first, second], histograms) {
      for range in ranges {
        #expect(histogram.count(in: range) == numbers.count { range.contains($0) }, "\(range)")
      }
    }
  }
}
