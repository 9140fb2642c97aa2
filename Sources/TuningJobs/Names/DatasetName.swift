/// The name of a multimodal dataset, which can be used instead of a dataset's URI:
/// `projects/{project}/locations/{location}/datasets/{id}`.
///
/// The id is decimal, as in all samples. Source: models/tuning/supervised-tuning/prepare-data, as of 2026-08-22.
public struct DatasetName: Hashable, Sendable, CustomStringConvertible {
  /// The project that has the dataset.
  public let project: ProjectReference
  /// Where the dataset is.
  public let location: LocationName
  /// The dataset's id.
  public let datasetID: String

  /// Reads a name.
  ///
  /// - Throws: the first fault from the left.
  /// - Complexity: linear in the text's length.
  public init(_ text: String) throws(NameFault) {
    var scanner = try NameScanner(text)
    (project, location) = try scanner.projectAndLocation()
    let id = try scanner.piece("dataset", in: "datasets")
    try id.checkNumber()
    datasetID = id.text
    try scanner.end(after: id.label)
  }

  /// The name in full.
  public var description: String { "projects/\(project)/locations/\(location)/datasets/\(datasetID)" }
}
