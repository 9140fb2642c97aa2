/// A part of a regular expression.
indirect enum PatternNode {
  case empty
  case characters(CharacterClass)
  case assertion(PatternAssertion)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  /// Something so many times: nil for any number.
  case repetition(PatternNode, least: Int, most: Int?)
}

/// What a place in a string is asked for.
enum PatternAssertion: Sendable {
  case start, end, wordBoundary, noWordBoundary
}
