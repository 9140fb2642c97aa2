/// The name of an endpoint: `projects/{project}/locations/{location}/endpoints/{id}`.
///
/// The service gives a tuned model's endpoint a decimal id. An endpoint that a user created can have an id of up to 63
/// lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen. Source:
/// `CreateEndpointRequest` of google-cloud-aiplatform 2.7.0, as of 2026-11-22.
public struct EndpointName: Hashable, Sendable, CustomStringConvertible {
  /// The project that has the endpoint.
  public let project: ProjectReference
  /// Where the endpoint is.
  public let location: LocationName
  /// The endpoint's id.
  public let endpointID: String

  /// Reads a name.
  ///
  /// - Throws: the first fault from the left.
  /// - Complexity: linear in the text's length.
  public init(_ text: String) throws(NameFault) {
    var scanner = try NameScanner(text)
    (project, location) = try scanner.projectAndLocation()
    let id = try scanner.piece("endpoint", in: "endpoints")
    if id.beginsWithDigit {
      try id.checkNumber()
    } else {
      try id.check(
        [.lowerCase, .digits, .hyphens], 1...63, first: .lowerCase, last: [.lowerCase, .digits])
    }
    endpointID = id.text
    try scanner.end(after: id.label)
  }

  /// The name in full.
  public var description: String { "projects/\(project)/locations/\(location)/endpoints/\(endpointID)" }
}
