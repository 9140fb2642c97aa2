/// How a fact about the service is known.
public enum FactConfidence: String, Sendable, CaseIterable {
  /// An official page, schema or SDK says so.
  case documented
  /// The running service was seen to do so.
  case observed
  /// Somebody else's reading of an official page, which could not be read itself.
  case reported
  /// Sources disagree: the fact's `conflict` tells who and how.
  case conflicting
  /// Inferred, stated nowhere that could be found: the fact's `note` tells from what.
  case guess
}
