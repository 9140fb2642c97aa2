/// Another place that a finding is about: a first occurrence, or the declaration that a call breaks.
public struct RelatedPlace: Sendable, Equatable, Codable {
  /// The path of the file; nil for the finding's own.
  public let path: String?
  /// Where in the file.
  public let location: Location
  /// What is there, such as "the first name in camelCase".
  public let message: String

  /// Names a place and what is there.
  public init(path: String? = nil, location: Location, message: String) {
    self.path = path
    self.location = location
    self.message = message
  }
}
