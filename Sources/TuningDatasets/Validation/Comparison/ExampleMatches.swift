/// What was found among the examples of one file, one rule: how much it is, and the first of it.
struct ExampleMatches {
  /// An example that has to do with an earlier one, both by their indices.
  struct Match: Comparable {
    let index: Int
    let earlier: Int
    /// How many examples there are of the kind.
    var examples = 2
    /// Whether the two have the same answer.
    var isSameExample = true

    static func < (left: Match, right: Match) -> Bool { left.index < right.index }
  }

  /// The most that are kept; 0 for all.
  private let most: Int
  private var matches: [Match] = []
  /// How many there are.
  private(set) var count = 0
  /// Whether all of them are whole examples.
  private(set) var areSameExamples = true

  init(atMost most: Int) { self.most = most }

  /// Adds one, in any order.
  mutating func add(_ match: Match) {
    count += 1
    areSameExamples = areSameExamples && match.isSameExample
    matches.append(match)
    if most > 0, matches.count >= 2 * most + 64 { keepFirst() }
  }

  private mutating func keepFirst() {
    matches.sort()
    matches.removeLast(matches.count - most)
  }

  /// The first ones in the order of the file, as many as are kept.
  var first: [Match] {
    let sorted = matches.sorted()
    return most == 0 ? sorted : Array(sorted.prefix(most))
  }
}
