import Diagnostics
import JSONLines
import TuningDatasets

/// Reads the description of a tuned model from the JSON of a `Model` or of a `TuningJob`.
struct ModelDescriptionReader {
  private let bytes: [UInt8]
  private let root: JSONValue

  /// Reads the JSON.
  init(_ bytes: [UInt8]) throws(ModelDescriptionError) {
    self.bytes = bytes
    if bytes.count > ModelDescription.maximumFileBytes {
      throw ModelDescriptionError(.tooLarge, at: 0, in: [])
    }
    let end = bytes.lastIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }.map { $0 + 1 }
    guard let end else { throw ModelDescriptionError(.empty, at: 0, in: bytes) }
    do throws(JSONFault) {
      root = try JSONValue(document: bytes)
    } catch {
      let isCut = error.offset >= end || Self.isCutLiteral(bytes[error.offset..<end])
      if isCut { throw ModelDescriptionError(.truncated, at: end, in: bytes) }
      throw ModelDescriptionError(.notJSON(Self.message(of: error, in: bytes)), at: error.offset, in: bytes)
    }
  }

  /// Whether bytes are the beginning of a literal without its end.
  private static func isCutLiteral(_ bytes: ArraySlice<UInt8>) -> Bool {
    ["true", "false", "null"].contains { $0.utf8.starts(with: bytes) }
  }

  /// What the rule that a fault of JSON breaks says about it.
  private static func message(of fault: JSONFault, in bytes: [UInt8]) -> String {
    if fault.kind == .severalValues { return "a second value follows the first" }
    return JSONValue.withLine(of: bytes) { line in
      let (code, _, arguments) = SyntaxFinding.describe(fault, in: line)
      return RuleBook.datasets.rule(code)?.message(with: arguments) ?? ""
    }
  }

  /// Reads the description.
  func description() throws(ModelDescriptionError) -> ModelDescription {
    guard root.kind == .object else {
      throw root.kind == .array ? fault(.list(root.elements.count)) : fault(.noModel(root.kind.name))
    }
    if let name = try text(root, "name") {
      switch ResourceKind.of(name.value) {
      case .tuningJob: return try tuningJob()
      case .model: return try model(try modelName(name, in: "name"))
      case .endpoint: throw fault(.noModel("an endpoint"))
      case .dataset: throw fault(.noModel("a dataset"))
      case .publisherModel, .baseModelID: throw fault(.noModel("a base model"))
      default: throw fault(.noModel("something named '\(Shown.name(name.value))'"))
      }
    }
    for list in ["models", "tunedModels", "tuningJobs"] {
      if let value = value(root, list), value.kind == .array { throw fault(.list(value.elements.count)) }
    }
    if value(root, "tunedModel") != nil { return try tuningJob() }
    if value(root, "error") != nil { throw fault(.failedRequest) }
    let isJobFile = value(root, "supervisedTuningSpec") != nil || value(root, "preTunedModel") != nil
    throw fault(.noModel(isJobFile ? "a job that is still to be created" : "an object without a 'name'"))
  }

  // MARK: Forms

  /// What a model tells.
  private func model(_ name: ModelName) throws(ModelDescriptionError) -> ModelDescription {
    var model = ModelDescription(name: name.withoutVersion)
    // The SDK's models have `version` and no place for aliases, keys or the time of a version.
    let version = try firstText((root, "versionId"), (root, "version"))
    if let version { model.versionID = try number(of: version, in: "versionId") }
    if case .number = name.version?.kind { model.versionID = name.version?.description }
    if let aliases = value(root, "versionAliases") {
      model.versionAliases = try texts(aliases, "versionAliases")
    }
    model.displayName = try text(root, "displayName")?.value
    model.defaultCheckpointID = try text(root, "defaultCheckpointId")?.value
    model.checkpoints = try checkpoints(root)
    let info = try object(root, "tunedModelInfo")
    if let text = try firstText((root, "versionCreateTime")) {
      model.tuned = .exact(try time(text, in: "versionCreateTime"))
    } else if let text = try firstText((root, "createTime"), (info, "createTime")) {
      model.tuned = .notBefore(try time(text, in: "createTime"))
    }
    let labels = try object(root, "labels")
    let base = try firstText(
      (labels, "google-vertex-llm-tuning-base-model-id"), (info, "baseModel"), (root, "baseModel"),
      (try object(try object(root, "baseModelSource"), "genieSource"), "baseModelUri"))
    model.baseModelID = base.flatMap { ModelDescription.baseModelID(from: $0.value) }
    model.method = try text(labels, "tune-type").map {
      // That other values mean other methods is inferred, so their case does not count.
      $0.value.lowercased() == "sft" ? .supervised : .other($0.value)
    }
    if let key = try text(object(root, "encryptionSpec"), "kmsKeyName") {
      model.encryptionKey = .named(key.value)
    } else if value(root, "versionId") != nil {
      model.encryptionKey = .none
    }
    let isMarkedAsCopy = value(try object(root, "modelSourceInfo"), "copy")?.content == .bool(true)
    model.isCopied = try text(object(root, "originalModelInfo"), "model") != nil || isMarkedAsCopy
    return model
  }

  /// The states of a job that is not over, or has come to nothing: its model may have checkpoints, but not all of them.
  ///
  /// Source: `JobState` of google-cloud-aiplatform 2.7.0, as of 2026-11-22.
  private static let statesWithoutModel: Set = [
    "JOB_STATE_QUEUED", "JOB_STATE_PENDING", "JOB_STATE_RUNNING", "JOB_STATE_CANCELLING", "JOB_STATE_PAUSED",
    "JOB_STATE_UPDATING", "JOB_STATE_FAILED", "JOB_STATE_CANCELLED", "JOB_STATE_EXPIRED",
  ]

  /// What a tuning job tells of the model that it made.
  private func tuningJob() throws(ModelDescriptionError) -> ModelDescription {
    let tuned = try object(root, "tunedModel")
    let state = try text(root, "state")?.value
    guard let written = try text(tuned, "model"), !Self.statesWithoutModel.contains(state ?? "") else {
      throw fault(.noModelYet(state: state))
    }
    let name = try modelName(written, in: "tunedModel.model")
    var model = ModelDescription(name: name.withoutVersion)
    if case .number = name.version?.kind { model.versionID = name.version?.description }
    model.displayName = try text(root, "tunedModelDisplayName")?.value
    model.checkpoints = try checkpoints(tuned)
    if let text = try text(root, "endTime") {
      model.tuned = .exact(try time(text, in: "endTime"))
    } else if let text = try text(root, "createTime") {
      model.tuned = .notBefore(try time(text, in: "createTime"))
    }
    let base = try firstText((root, "baseModel"), (try object(root, "preTunedModel"), "baseModel"))
    model.baseModelID = base.flatMap { ModelDescription.baseModelID(from: $0.value) }
    let spec = try object(root, "supervisedTuningSpec")
    if spec != nil {
      model.method = .supervised
    } else {
      model.method = JobSchema.job.first { $0.status == .otherMethod && value(root, $0.name) != nil }
        .map { .other($0.name) }
    }
    let key = try text(object(root, "encryptionSpec"), "kmsKeyName")
    model.encryptionKey = key.map { .named($0.value) } ?? .none
    let size = try text(object(spec, "hyperParameters"), "adapterSize")
    model.adapterSize = size.flatMap { AdapterSize(apiName: $0.value) }
    return model
  }

  /// The checkpoints that a model or a tuning job lists; nil where it lists none.
  private func checkpoints(_ object: JSONValue?) throws(ModelDescriptionError) -> [ModelDescription
    .Checkpoint]?
  {
    guard let list = value(object, "checkpoints") else { return nil }
    guard list.kind == .array else { throw wrongType("checkpoints", "an array", list) }
    var checkpoints: [ModelDescription.Checkpoint] = []
    for element in list.elements {
      guard element.kind == .object else { throw wrongType("checkpoints", "an object", element) }
      guard let id = try text(element, "checkpointId") else { continue }
      checkpoints.append(
        ModelDescription.Checkpoint(
          id: id.value, epoch: value(element, "epoch").flatMap(JobNumber.whole),
          step: value(element, "step").flatMap(JobNumber.whole)))
    }
    return checkpoints.isEmpty ? nil : checkpoints
  }

  // MARK: Values

  /// The value of a field in either spelling; nil where there is none or null stands there.
  private func value(_ object: JSONValue?, _ name: String) -> JSONValue? {
    let value = object?[name] ?? object?[JobField.snakeCase(name)]
    return value?.kind == .null ? nil : value
  }

  /// The object that a field holds; nil where there is none.
  private func object(_ parent: JSONValue?, _ name: String) throws(ModelDescriptionError) -> JSONValue? {
    guard let value = value(parent, name) else { return nil }
    guard value.kind == .object else { throw wrongType(name, "an object", value) }
    return value
  }

  /// The text of a field; nil where there is none, or an empty one.
  private func text(_ object: JSONValue?, _ name: String) throws(ModelDescriptionError) -> Placed<String>? {
    guard let value = value(object, name) else { return nil }
    guard let text = value.string else { throw wrongType(name, "a string", value) }
    return text.isEmpty ? nil : Placed(text, at: value.range)
  }

  private func texts(_ list: JSONValue, _ name: String) throws(ModelDescriptionError) -> [String] {
    guard list.kind == .array else { throw wrongType(name, "an array", list) }
    var texts: [String] = []
    for element in list.elements {
      guard let text = element.string else { throw wrongType(name, "a string", element) }
      texts.append(text)
    }
    return texts
  }

  /// The text of the first of these fields that has one.
  private func firstText(_ fields: (JSONValue?, String)...) throws(ModelDescriptionError) -> Placed<String>? {
    for (object, name) in fields {
      if let text = try text(object, name) { return text }
    }
    return nil
  }

  private func time(_ text: Placed<String>, in field: String) throws(ModelDescriptionError) -> Timestamp {
    do throws(Timestamp.Fault) {
      return try Timestamp(text.value)
    } catch {
      throw ModelDescriptionError(.invalidTime(field: field, error), at: text.range.lowerBound, in: bytes)
    }
  }

  private func modelName(_ name: Placed<String>, in field: String) throws(ModelDescriptionError) -> ModelName
  {
    do throws(NameFault) {
      return try ModelName(name.value)
    } catch {
      throw ModelDescriptionError(.invalidName(field: field, error), at: name.range.lowerBound, in: bytes)
    }
  }

  /// The number of a version, which no alias can stand for here.
  private func number(of version: Placed<String>, in field: String) throws(ModelDescriptionError) -> String {
    do throws(NameFault) {
      let read = try ModelVersion(version.value)
      if case .number = read.kind { return read.description }
      throw NameFault(piece: "version", problem: "is an alias, where its number must stand", range: 0..<0)
    } catch {
      throw ModelDescriptionError(.invalidName(field: field, error), at: version.range.lowerBound, in: bytes)
    }
  }

  private func wrongType(_ field: String, _ expected: String, _ value: JSONValue) -> ModelDescriptionError {
    ModelDescriptionError(
      .wrongType(field: field, expected: expected, found: value.kind.name), at: value.range.lowerBound,
      in: bytes)
  }

  private func fault(_ problem: ModelDescriptionError.Problem) -> ModelDescriptionError {
    ModelDescriptionError(problem, at: root.range.lowerBound, in: bytes)
  }
}
