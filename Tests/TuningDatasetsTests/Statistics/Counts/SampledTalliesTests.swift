import Testing
import TestSupport

@testable import TuningDatasets

@Suite struct SampledTalliesTests {
  private struct Occurrences: Tally, Equatable {
    var count = 0
    mutating func add(_ other: Occurrences) { count += other.count }
  }

  private static func tallies(
    _ digests: some Sequence<UInt64>, isPruned: Bool = true
  ) -> SampledTallies<Occurrences> {
    var tallies = SampledTallies<Occurrences>()
    for digest in digests { tallies.count(digest, first: Occurrences()) { $0.count += 1 } }
    if isPruned { tallies.prune() }
    return tallies
  }

  private static func counts(_ tallies: SampledTallies<Occurrences>) -> [Int] {
    tallies.values.map(\.count).sorted()
  }

  @Test("few things are counted one by one")
  func few() {
    let tallies = Self.tallies([7, 1, 7, .max, 7, 0])
    #expect(tallies.areAll && tallies.distinct == 4)
    #expect(Self.counts(tallies) == [1, 1, 1, 3])
    let most = SampledTallies<Occurrences>.most
    #expect(Self.tallies(0..<UInt64(most)).areAll)
    #expect(!Self.tallies(0...UInt64(most)).areAll)
  }

  @Test("of a million things a sample is kept, and how many there are is known within 1 %")
  func many() {
    var generator = SplitMix64(seed: 3)
    let digests = (0..<1_000_000).map { _ in generator.next() }
    let tallies = Self.tallies(digests + digests.prefix(500_000))
    #expect(tallies.values.count == SampledTallies<Occurrences>.most)
    #expect(abs(tallies.distinct - 1_000_000) < 10_000, "\(tallies.distinct)")
    // A half of them are met twice, and those that are kept are counted exactly.
    let twice = tallies.values.count { $0.count == 2 }
    #expect(tallies.values.allSatisfy { $0.count == 1 || $0.count == 2 })
    #expect(abs(twice - tallies.values.count / 2) < 1000)
  }

  @Test("a sample that is appended to nothing is still one")
  func sampleAlone() {
    var generator = SplitMix64(seed: 5)
    let sample = Self.tallies((0..<70_000).map { _ in generator.next() })
    var whole = SampledTallies<Occurrences>()
    whole.append(sample)
    whole.prune()
    #expect(!whole.areAll && whole.distinct == sample.distinct)
  }

  @Test(
    "in whatever grouping and order parts are appended, they come to the same",
    arguments: 0..<8 as Range<UInt64>)
  func grouping(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let size = [10, 5000, 60_000, 100_000][Int(seed) % 4]
    let lists = (0..<6).map { _ in
      (0..<size).map { _ in
        (generator.next() >> (Bool.random(using: &generator) ? 0 : 52)) &* 0x9E37_79B9_7F4A_7C15
      }
    }
    var parts = lists.shuffled(using: &generator).map { list in
      Self.tallies(list, isPruned: Bool.random(using: &generator))
    }
    while parts.count > 1 {
      let index = Int.random(in: 0..<parts.count - 1, using: &generator)
      parts[index].append(parts[index + 1])
      parts.remove(at: index + 1)
    }
    parts[0].prune()
    let whole = Self.tallies(lists.flatMap(\.self))
    #expect(parts[0].distinct == whole.distinct && parts[0].areAll == whole.areAll)
    #expect(Self.counts(parts[0]) == Self.counts(whole))
  }
}
