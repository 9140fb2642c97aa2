import JSONLines

/// The system instructions of examples: how many have one, and how many instructions there are.
public struct InstructionStatistics: Sendable, Codable {
  /// One of them.
  private struct Instruction: Tally {
    var examples = 0

    mutating func add(_ other: Instruction) { examples += other.examples }
  }

  /// The examples that have one.
  public private(set) var examples = 0
  private var instructions = SampledTallies<Instruction>()

  init() {}

  /// How many instructions there are; an estimate where ``areAllKept`` is false.
  public var distinct: Int { instructions.distinct }
  /// Whether all instructions were counted one by one, because they are not more than 65,536; of more, a sample was.
  public var areAllKept: Bool { instructions.areAll }
  /// How many examples have the instruction that most have; nil where ``areAllKept`` is false, because a sample may be
  /// without it. O(n).
  public var examplesWithMostCommon: Int? {
    areAllKept ? instructions.values.lazy.map(\.examples).max() ?? 0 : nil
  }

  /// Adds the instruction of an example; nothing if that is the digest of none.
  @inline(__always)
  mutating func add(_ digest: ContentDigest) {
    if digest == .zero { return }
    examples += 1
    instructions.count(digest.low, first: Instruction()) { $0.examples += 1 }
  }

  /// Ends the counting.
  mutating func finish() { instructions.prune() }

  mutating func append(_ next: InstructionStatistics) {
    examples += next.examples
    instructions.append(next.instructions)
  }
}
