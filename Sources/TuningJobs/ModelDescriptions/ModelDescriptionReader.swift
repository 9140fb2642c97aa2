import Documents
import JSONLines

/// Reads the description of a tuned model from the JSON of a `Model` or of a `TuningJob`.
struct ModelDescriptionReader {
  private let root: DocumentReader

  /// Reads the JSON. Names can be in snake_case, and unknown fields are ignored.
  init(_ bytes: [UInt8]) throws(DocumentFault) {
    root = try DocumentReader(
      bytes, atMost: ModelDescription.maximumFileBytes, [.snakeCase, .nulls, .unknownFields],
      advice: "save the output of 'gcloud ai models describe MODEL@VERSION --region=REGION --format=json'")
  }

  /// Reads the description.
  func description() throws(DocumentFault) -> ModelDescription {
    switch root.value.kind {
    case .object: break
    case .array: throw list(root.value)
    default: throw noModel(root.value.kind.name)
    }
    var form = DescriptionForm()
    try root.read(DescriptionForm.fields, into: &form)
    if let name = form.name {
      let text = try name.string()
      switch ResourceKind.of(text) {
      case .tuningJob: return try tuningJob()
      case .model: return try model(name.modelName())
      case .endpoint: throw noModel("an endpoint")
      case .dataset: throw noModel("a dataset")
      case .publisherModel, .baseModelID: throw noModel("a base model")
      default: throw noModel("something named '\(Shown.name(text))'")
      }
    }
    if let value = form.list { throw list(value) }
    if form.hasTunedModel { return try tuningJob() }
    if form.hasError { throw root.invalid("this is the response to a failed request, not a model") }
    throw noModel(form.isJobFile ? "a job that has not been created" : "an object without a 'name'")
  }

  /// The description of a model.
  private func model(_ name: ModelName) throws(DocumentFault) -> ModelDescription {
    var fields = ModelFields(ModelDescription(name: name.withoutVersion))
    try root.read(ModelFields.fields, into: &fields)
    var model = fields.model
    // The SDK's models have `version` and no place for aliases, keys or the time of a version.
    model.versionID = try (fields.versionID ?? fields.version)?.versionNumber()
    if case .number = name.version?.kind { model.versionID = name.version?.description }
    if let time = fields.versionCreateTime {
      model.tuned = .exact(try time.timestamp())
    } else if let time = fields.createTime ?? fields.infoCreateTime {
      model.tuned = .notBefore(try time.timestamp())
    }
    let base =
      fields.labelledBase ?? fields.infoBase ?? fields.base ?? fields.sourceBase ?? fields.gardenBase
    model.baseModelID = base.flatMap { ModelDescription.baseModelID(from: $0) }
    // That other values mean other methods is inferred, so their case does not count.
    model.method = fields.tuneType.map { $0.lowercased() == "sft" ? .supervised : .other($0) }
    model.encryptionKey = fields.key.map { .named($0) } ?? (fields.versionID == nil ? .notTold : .none)
    model.isCopied = fields.original != nil || fields.isMarkedAsCopy
    return model
  }

  /// The states of a job that has not ended or has failed: its model can have checkpoints, but not all of them.
  ///
  /// Source: `JobState` of google-cloud-aiplatform 2.7.0, as of 2026-11-22.
  private static let statesWithoutModel: Set = [
    "JOB_STATE_QUEUED", "JOB_STATE_PENDING", "JOB_STATE_RUNNING", "JOB_STATE_CANCELLING", "JOB_STATE_PAUSED",
    "JOB_STATE_UPDATING", "JOB_STATE_FAILED", "JOB_STATE_CANCELLED", "JOB_STATE_EXPIRED",
  ]

  /// The description of the model that a tuning job created.
  private func tuningJob() throws(DocumentFault) -> ModelDescription {
    var fields = TunedJobFields()
    try root.read(TunedJobFields.fields, into: &fields)
    guard let written = fields.name, !Self.statesWithoutModel.contains(fields.state ?? "") else {
      let state = fields.state.map { ", its state is \(Shown.name($0))" } ?? ""
      throw root.invalid(
        "this tuning job has not created a model\(state)", advice: "save it again after it has succeeded")
    }
    let name = try written.modelName()
    var model = ModelDescription(name: name.withoutVersion)
    if case .number = name.version?.kind { model.versionID = name.version?.description }
    model.displayName = fields.displayName
    model.checkpoints = fields.checkpoints
    if let time = fields.endTime {
      model.tuned = .exact(try time.timestamp())
    } else if let time = fields.createTime {
      model.tuned = .notBefore(try time.timestamp())
    }
    model.baseModelID = (fields.base ?? fields.preTunedBase).flatMap {
      ModelDescription.baseModelID(from: $0)
    }
    model.method = fields.method
    model.encryptionKey = fields.key.map { .named($0) } ?? .none
    model.adapterSize = fields.adapterSize.flatMap { AdapterSize(apiName: $0) }
    return model
  }

  private func list(_ value: DocumentValue) -> DocumentFault {
    let count = value.elements.count
    return root.invalid("this is a list with \(count) \(count == 1 ? "entry" : "entries"), not one model")
  }

  private func noModel(_ what: String) -> DocumentFault {
    root.invalid("this is \(what), not a tuned model or its tuning job")
  }
}

extension DocumentReader {
  /// Reads an instant.
  fileprivate func timestamp() throws(DocumentFault) -> Timestamp {
    let text = try string()
    do throws(Timestamp.Fault) { return try Timestamp(text) } catch {
      throw invalid("the time \(error.problem)")
    }
  }

  /// Reads the resource name of a model.
  fileprivate func modelName() throws(DocumentFault) -> ModelName {
    let text = try string()
    do throws(NameFault) { return try ModelName(text) } catch {
      throw invalid("this is not the name of a model: the \(error.piece) \(error.problem)")
    }
  }

  /// Reads the number of a version; an alias is not allowed here.
  fileprivate func versionNumber() throws(DocumentFault) -> String {
    let text = try string()
    do throws(NameFault) {
      let version = try ModelVersion(text)
      if case .number = version.kind { return version.description }
    } catch {
      throw invalid("this is not the name of a model: the \(error.piece) \(error.problem)")
    }
    throw invalid("this is not the name of a model: the version is an alias, but must be a number")
  }
}
