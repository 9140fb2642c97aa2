/// The request that creates a tuning job: its method, address and body, and the forms in which people send it.
///
///     let request = try TuningRequest(job, location: "us-central1")
///     print(request.method, request.url)
///     print(request.body)
///
/// It says what the job says and nothing else. Whether the service takes it is for the rules to tell.
public struct TuningRequest: Sendable {
  /// The model that is tuned.
  enum Model: Equatable {
    case base(String)
    case tuned(name: String, checkpointID: String?)
  }

  /// The project in the address.
  public let project: ProjectReference
  /// The location in the address.
  public let location: LocationName
  /// The method of HTTP.
  public let method = "POST"

  let job: TuningJob
  let model: Model
  let trainingDatasetURI: String
  /// The name of the adapter size, where the job has one.
  let adapterSize: String?

  /// Makes the request of a job.
  ///
  /// - Parameters:
  ///   - project: the project in place of the job's.
  ///   - location: the location in place of the job's.
  /// - Throws: `missing` where there is no project, location, model or training dataset; `unfit` for a project,
  ///   location or adapter size that cannot be one; `outOfPlace` for two models, other tuning methods and what only open
  ///   models have.
  public init(
    _ job: TuningJob, project: String? = nil, location: String? = nil
  ) throws(TuningRequestFault) {
    let outOfPlace = Self.fieldsOutOfPlace(in: job)
    guard outOfPlace.isEmpty else { throw .outOfPlace(outOfPlace) }

    let project = project ?? job.project?.value
    let location = location ?? job.location?.value
    let model = Self.model(of: job)
    let uri = job.supervisedTuningSpec?.value.trainingDatasetUri?.value
    guard let project, let location, let model, let uri else {
      let modelField = job.preTunedModel == nil ? "baseModel" : "preTunedModel.tunedModelName"
      let needed = [
        ("project", project == nil), ("location", location == nil), (modelField, model == nil),
        ("supervisedTuningSpec.trainingDatasetUri", uri == nil),
      ]
      throw .missing(needed.filter(\.1).map(\.0))
    }

    // Names alone become part of the address: the request is sent with a token.
    let projectName = try? ProjectReference(project)
    let locationName = try? LocationName(location)
    let writtenSize = job.supervisedTuningSpec?.value.hyperParameters?.value.adapterSize?.value
    let isNoSize = writtenSize != nil && writtenSize?.apiName == nil
    guard let projectName, let locationName, !isNoSize else {
      let unfit = [
        ("project", projectName == nil), ("location", locationName == nil),
        ("supervisedTuningSpec.hyperParameters.adapterSize", isNoSize),
      ]
      throw .unfit(unfit.filter(\.1).map(\.0))
    }

    self.project = projectName
    self.location = locationName
    self.job = job
    self.model = model
    trainingDatasetURI = uri
    adapterSize = writtenSize?.apiName
  }

  /// The address to which the request goes.
  public var url: String {
    "\(location.apiAddress)/v1beta1/projects/\(project)/locations/\(location)/tuningJobs"
  }

  // MARK: What the job says

  private static func model(of job: TuningJob) -> Model? {
    if let name = job.baseModel?.value { return .base(name) }
    guard let tuned = job.preTunedModel?.value, let name = tuned.tunedModelName?.value else { return nil }
    return .tuned(name: name, checkpointID: tuned.checkpointId?.value)
  }

  private static func fieldsOutOfPlace(in job: TuningJob) -> [String] {
    var fields = job.baseModel == nil || job.preTunedModel == nil ? [] : ["preTunedModel"]
    fields += (job.otherSpecs + job.openModelFields).map(\.value)
    let spec = job.supervisedTuningSpec?.value
    if spec?.tuningMode != nil { fields.append("supervisedTuningSpec.tuningMode") }
    let parameters = spec?.hyperParameters?.value
    if parameters?.learningRate != nil { fields.append("supervisedTuningSpec.hyperParameters.learningRate") }
    if parameters?.batchSize != nil { fields.append("supervisedTuningSpec.hyperParameters.batchSize") }
    return fields
  }
}
