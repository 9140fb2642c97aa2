import JSONLines
import ModelCatalog

/// An example with its line and what it is held against: all that a rule about an example looks at.
///
///     static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings)
///
/// It is reused from line to line, as its example is.
struct ExampleContext: ~Copyable {
  /// The example that was read last, as places in its line.
  var example = TrainingExample()
  /// The line of the example.
  var line = LineBytes.empty
  /// How long the texts are; nil where they are far from the limit on tokens.
  private(set) var textSize: TextSize?
  /// The tokens of the example, if they were counted with a vocabulary.
  var countedTokens: Int?
  private let shared: Shared
  /// The control tokens of the model.
  let controlTokens: TokenSearch

  init(_ requirements: DatasetRequirements) {
    shared = Shared(requirements)
    controlTokens = TokenSearch(requirements.controlTokens)
    media = MediaRequirements(requirements)
  }

  /// Sets the line of the example that was read.
  @inline(__always)
  mutating func setLine(_ line: LineBytes) {
    self.line = line
    textSize = nil
    countedTokens = nil
    if ExampleOverTokenLimit.mayConcern(example, requirements) {
      textSize = TextSize(of: self, limit: requirements.limits.maxTokensPerExample.value)
    }
  }

  /// How many tokens the example has, or about how many; nil where it surely has far fewer than the limit.
  var knownTokens: Int? { countedTokens ?? textSize?.estimatedTokens }

  /// What the service requires of media.
  let media: MediaRequirements

  /// The names by which media are told.
  var mediaNames: MediaNames { @inline(__always) _read { yield shared.mediaNames } }

  /// What the service requires.
  var requirements: DatasetRequirements { @inline(__always) _read { yield shared.requirements } }

  /// The requirements are many, and are the same for every line: a context that is lent does not move them.
  private final class Shared: Sendable {
    let requirements: DatasetRequirements
    let mediaNames: MediaNames

    init(_ requirements: DatasetRequirements) {
      self.requirements = requirements
      mediaNames = MediaNames(requirements.mimeTypes)
    }
  }
}
