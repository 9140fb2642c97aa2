import TestSupport
import Testing

@testable import TuningDatasets

/// Prompts that two examples have are never taken for those of one, and most others are.
@Suite struct PromptFilterTests {
  /// An example with such a digest of its prompt.
  private func example(_ digest: UInt64) throws -> ComparedExample {
    try #require(ComparedExample(words: [digest, 1 << 32, 0, 0]))
  }

  @Test(
    "for any number of examples",
    arguments: [0, 1, 2, 31, 32, 33, 1023, 1024, 1025, 65_535, 65_536, 65_537])
  func counts(count: Int) throws {
    var generator = SplitMix64(seed: UInt64(count))
    var digests = (0..<count).map { _ in generator.next() }
    // A tenth of them twice.
    for index in stride(from: 1, to: count, by: 10) { digests[index] = digests[index - 1] }
    if count > 4 { (digests[2], digests[3]) = (0, .max) }
    let examples = ContiguousArray(try digests.map(example))
    var filter = PromptFilter(examples: count)
    filter.add(ContiguousArray(examples.prefix(count / 3)))
    filter.add(ContiguousArray(examples.dropFirst(count / 3)))
    let repeated = Set(Dictionary(grouping: digests) { $0 }.filter { $0.value.count > 1 }.keys)
    #expect(repeated.allSatisfy { filter.mayBeShared($0) })
    let others = digests.filter { !repeated.contains($0) }
    #expect(others.count { filter.mayBeShared($0) } <= others.count / 4 + 2)
  }
}
