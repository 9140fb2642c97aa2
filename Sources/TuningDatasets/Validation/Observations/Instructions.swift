import Diagnostics
import JSONLines

/// The system instructions of a file's examples, or their tools: how many examples have each, as long as there are few.
struct Instructions: Observation {
  /// One of them; an example without one counts as one too.
  struct Variant: Codable {
    let digest: ContentDigest
    /// The first line that has it.
    let first: LinePlace
    /// How many examples have it.
    var examples: Int
  }

  /// With more of them, each belongs to few examples, and none is the one that all should have.
  private static let most = 32

  /// Those that were met, as ``variants``, but for the repetitions.
  private var counted: ContiguousArray<Variant> = []
  /// Whether there are too many.
  private(set) var areMany = false
  /// The index of the one that was met last, and in how many examples since it was counted.
  private var last = 0
  private var repetitions = 0

  /// Those that were met, in the order of their first lines; none where there are too many.
  var variants: ContiguousArray<Variant> {
    var variants = counted
    if repetitions > 0 { variants[last].examples += repetitions }
    return variants
  }

  /// Notes that of an example.
  @inline(__always)
  mutating func add(_ digest: ContentDigest, line: Int, offset: Int) {
    if areMany { return }
    if last < counted.count, counted[last].digest == digest {
      repetitions += 1
    } else {
      add(Variant(digest: digest, first: LinePlace(line: line, offset: offset), examples: 1))
    }
  }

  @inline(never)
  private mutating func add(_ variant: Variant) {
    if repetitions > 0 { counted[last].examples += repetitions }
    repetitions = 0
    if let index = counted.firstIndex(where: { $0.digest == variant.digest }) {
      counted[index].examples += variant.examples
      last = index
    } else if counted.count < Self.most {
      last = counted.count
      counted.append(variant)
    } else {
      (areMany, counted) = (true, [])
    }
  }

  mutating func append(_ next: Instructions, behind lines: Int, _ settings: RuleSettings) {
    if next.areMany { (areMany, counted, repetitions) = (true, [], 0) }
    for variant in next.variants where !areMany {
      add(
        Variant(digest: variant.digest, first: variant.first.moved(behind: lines), examples: variant.examples)
      )
    }
  }
}
