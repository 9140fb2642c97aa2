/// The name of a tuning job: `projects/{project}/locations/{location}/tuningJobs/{id}`.
///
/// The id is decimal, as in all samples. Source: reference/rest/v1/projects.locations.tuningJobs, as of 2026-08-22.
public struct TuningJobName: Hashable, Sendable, CustomStringConvertible {
  /// The project that has the job.
  public let project: ProjectReference
  /// Where the job runs.
  public let location: LocationName
  /// The job's id.
  public let tuningJobID: String

  /// Reads a name.
  ///
  /// - Throws: the first fault from the left.
  /// - Complexity: linear in the text's length.
  public init(_ text: String) throws(NameFault) {
    var scanner = try NameScanner(text)
    (project, location) = try scanner.projectAndLocation()
    let id = try scanner.piece("tuning job", in: "tuningJobs")
    try id.checkNumber()
    tuningJobID = id.text
    try scanner.end(after: id.label)
  }

  /// The name in full.
  public var description: String { "projects/\(project)/locations/\(location)/tuningJobs/\(tuningJobID)" }
}
