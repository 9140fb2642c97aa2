import Diagnostics
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
    tokenLimit = requirements.limits.maxTokensPerExample
    isTokenLimitSure = tokenLimit.confidence == .documented && requirements.model?.generation.major == 2
    lacksCallIDs = requirements.model.map { $0.generation.major < 3 } ?? false
    media = MediaRequirements(requirements)
  }

  /// Sets the line of the example that was read.
  @inline(__always)
  mutating func setLine(_ line: LineBytes) {
    self.line = line
    textSize = nil
    countedTokens = nil
    if ExampleOverTokenLimit.mayConcern(example, limit: tokenLimit.value) {
      textSize = TextSize(of: self, limit: tokenLimit.value)
    }
  }

  /// The most tokens that an example may have. Of the requirements this is asked for at every example.
  let tokenLimit: Fact<Int>

  /// Whether the limit is documented for the model, and tokens are counted by Gemma 3's vocabulary.
  ///
  /// Source: github.com/googleapis/python-genai, google/genai/_local_tokenizer_loader.py, as of 2026-09-25.
  let isTokenLimitSure: Bool

  /// Whether the model is served without ids of calls.
  let lacksCallIDs: Bool

  /// Whether the example has more tokens than it may have, or probably has.
  var isOverlong: Bool {
    guard let knownTokens else { return false }
    return knownTokens > tokenLimit.value
  }

  /// How many tokens the example has, or about how many; nil where it surely has far fewer than the limit.
  var knownTokens: Int? { countedTokens ?? textSize?.estimatedTokens }

  /// What the service requires of media.
  let media: MediaRequirements

  /// The names by which media are told.
  var mediaNames: MediaNames { @inline(__always) _read { yield shared.mediaNames } }

  /// What the service requires.
  var requirements: DatasetRequirements { @inline(__always) _read { yield shared.requirements } }

  /// The requirements are many, and are the same for every line: a context that is lent does not move them. To read one of
  /// them may copy all, so no rule does so before it is sure to be concerned.
  private final class Shared: Sendable {
    let requirements: DatasetRequirements
    let mediaNames: MediaNames

    init(_ requirements: DatasetRequirements) {
      self.requirements = requirements
      mediaNames = MediaNames(requirements.mimeTypes)
    }
  }
}
