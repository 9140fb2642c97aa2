/// The examples of a file that have the most tokens.
struct LongestExamples: Sendable, Codable, Equatable {
  /// One of them.
  struct Example: Sendable, Codable, Equatable {
    var line: Int
    var tokens: Int
  }

  /// The most that are kept.
  static let most = 5

  /// The longest first; of equally long ones, the first in the file.
  private(set) var examples: [Example] = []

  /// Adds an example, which is after all others.
  @inline(__always)
  mutating func add(line: Int, tokens: Int) {
    if examples.count < Self.most || tokens > examples[Self.most - 1].tokens {
      insert(Example(line: line, tokens: tokens))
    }
  }

  @inline(never)
  private mutating func insert(_ example: Example) {
    let index = examples.firstIndex { $0.tokens < example.tokens } ?? examples.count
    examples.insert(example, at: index)
    if examples.count > Self.most { examples.removeLast() }
  }

  /// Appends the longest of the examples that follow, after so many lines.
  mutating func append(_ next: LongestExamples, behind lines: Int) {
    for example in next.examples { add(line: example.line + lines, tokens: example.tokens) }
  }
}
