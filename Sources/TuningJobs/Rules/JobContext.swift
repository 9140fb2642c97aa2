import Documents
import Diagnostics
import JSONLines
import ModelCatalog

/// What the rules of a job look at.
struct JobContext: Sendable {
  /// Something that the file or an option says.
  struct Setting: Sendable {
    let value: String
    /// Where the file says it; nil where an option does.
    let range: Range<Int>?
  }

  /// The job.
  let job: TuningJob
  /// The value that the job was read from.
  let root: DocumentValue
  /// What is known about models.
  let catalog: ModelCatalog
  /// The day on which the job would be created.
  let today: CatalogDate
  /// The project that the job runs in: the option's, else the file's.
  let project: Setting?
  /// The location that the job runs in: the option's, else the file's.
  let location: Setting?
  /// What is known about the tuned model that the job continues from; never about another model.
  let modelDescription: ModelDescription?
  /// Whether the job's datasets contain media; nil if they were not read.
  let datasetsHoldMedia: Bool?
  /// Whether the training and the validation dataset have the same bytes.
  let datasetsAreSame: Bool
  /// Why the description that was given is not that of the job's model; nil if it is, or if none was given.
  let descriptionMismatch: String?
  /// Why datasets cannot be part of a receipt, if one is requested.
  let unvalidatedDatasets: [FileRole: String]

  /// Whether the file gives a field a value, of whatever type, in either spelling.
  func isGiven(_ path: String...) -> Bool { isGiven(path) }

  /// Whether the file gives the field at a path of names a value.
  func isGiven(_ path: [String]) -> Bool {
    var value: DocumentValue? = root
    for name in path {
      value = value?.members.first { FieldDescription(name).isNamed($0.name, inEitherSpelling: true) }?.value
    }
    guard let value else { return false }
    return value.kind != .null && value.string?.isEmpty != true
  }
}
