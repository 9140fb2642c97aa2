/// The name of a model in the registry, such as a tuned one:
/// `projects/{project}/locations/{location}/models/{model}[@{version}]`.
///
/// The service gives a tuned model a decimal id of up to 19 digits. A model that was uploaded or copied may have an id
/// of up to 63 lower-case letters, digits, hyphens and underscores, not beginning with a digit or a hyphen. Source:
/// models/tuning/continuous-tuning, as of 2026-08-22, and `model_service` of google-cloud-aiplatform 2.7.0.
public struct ModelName: Hashable, Sendable, CustomStringConvertible {
  /// The project that has the model.
  public let project: ProjectReference
  /// Where the model is.
  public let location: LocationName
  /// The model's id.
  public let modelID: String
  /// The version; nil means the default version.
  public let version: ModelVersion?

  /// Reads a name.
  ///
  /// - Throws: the first fault from the left.
  /// - Complexity: linear in the text's length.
  public init(_ text: String) throws(NameFault) {
    var scanner = try NameScanner(text)
    (project, location) = try scanner.projectAndLocation()
    let (model, version) = try scanner.piece("model", in: "models").split(at: "@", "version")
    if model.beginsWithDigit {
      try model.checkNumber()
    } else {
      try model.check(
        [.lowerCase, .digits, .hyphens, .underscores], 1...63, first: [.lowerCase, .underscores])
    }
    modelID = model.text
    if let version { self.version = try ModelVersion(version) } else { self.version = nil }
    try scanner.end(after: version == nil ? "model" : "version")
  }

  private init(_ name: ModelName, version: ModelVersion?) {
    (project, location, modelID, self.version) = (name.project, name.location, name.modelID, version)
  }

  /// The model without a version: the parent of all its versions.
  public var withoutVersion: ModelName { ModelName(self, version: nil) }

  /// The name in full.
  public var description: String {
    "projects/\(project)/locations/\(location)/models/\(modelID)" + (version.map { "@\($0)" } ?? "")
  }
}
