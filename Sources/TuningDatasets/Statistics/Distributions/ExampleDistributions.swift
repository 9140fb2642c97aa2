import Diagnostics

/// How long the lines, the conversations and the texts of datasets are, gathered while they are validated.
///
/// Tokens and turns are counted in the same examples, and in the same way, as ``ExampleStatistics`` does it. Wherever a file is cut
/// into parts, they come to the same.
public struct ExampleDistributions: Sendable, Codable, Equatable {
  /// The tokens of each example, with those of media as far as they are known.
  public private(set) var tokens = ValueHistogram()
  /// The turns of each example.
  public private(set) var turns = ValueHistogram()
  /// The bytes of each line that is not blank, without its line feed.
  public private(set) var lineBytes = ValueHistogram()
  /// The images, pieces of audio, videos and documents whose tokens are not known.
  public private(set) var uncountedMedia = 0

  /// No lines.
  public init() {}

  /// Adds a line that is not blank, whatever is in it.
  @inline(__always)
  mutating func add(lineBytes bytes: Int) { lineBytes.add(bytes) }

  /// Adds the example of a line.
  mutating func add(_ tokens: TokenCount, turns: Int) {
    self.tokens.add(tokens.total)
    self.turns.add(turns)
    uncountedMedia += tokens.uncountedMedia
  }

  /// Appends those of other lines.
  mutating func append(_ next: ExampleDistributions) {
    tokens.append(next.tokens)
    turns.append(next.turns)
    lineBytes.append(next.lineBytes)
    uncountedMedia += next.uncountedMedia
  }
}

extension ExampleDistributions: Observation {
  mutating func append(_ next: ExampleDistributions, behind lines: Int, _ settings: RuleSettings) {
    append(next)
  }
}
