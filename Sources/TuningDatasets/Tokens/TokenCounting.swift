public import Tokenization

/// How the tokens of examples are counted.
public enum TokenCounting: Sendable {
  /// By an estimate, for which no vocabulary is needed.
  case estimate
  /// Exactly, as a vocabulary cuts texts into pieces.
  case vocabulary(Tokenizer)
}
