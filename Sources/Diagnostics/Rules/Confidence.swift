/// How a fact about the service is known.
public enum Confidence: String, Sendable, CaseIterable {
  /// An official page, schema or SDK says so.
  case documented
  /// The running service, or Google's published parser, was seen to do so.
  case observed
  /// Somebody else's reading of an official page, which could not be read itself.
  case reported
  /// Sources disagree.
  case conflicting
  /// Inferred; stated nowhere that could be found. A rule that rests on a guess is at most a warning.
  case guess
}
