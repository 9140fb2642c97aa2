/// Where a fact about the service was read, and how sure it is.
public struct Source: Sendable, Equatable {
  /// The page below the service's documentation, or the name of the standard or package.
  public let page: String
  /// The day on which it was read, as `year-month-day`.
  public let asOf: String
  /// How the fact is known.
  public let confidence: Confidence

  /// Names a source.
  public init(_ page: String, asOf: String, confidence: Confidence) {
    self.page = page
    self.asOf = asOf
    self.confidence = confidence
  }
}
