import Documents
import JSONLines

/// What the REST API's or the SDK's `Model` tells.
struct ModelFields {
  /// What needs no second look.
  private(set) var model: ModelDescription
  private(set) var versionID: DocumentReader?
  private(set) var version: DocumentReader?
  private(set) var versionCreateTime: DocumentReader?
  private(set) var createTime: DocumentReader?
  private(set) var infoCreateTime: DocumentReader?
  private(set) var labelledBase: String?
  private(set) var infoBase: String?
  private(set) var base: String?
  private(set) var sourceBase: String?
  private(set) var gardenBase: String?
  private(set) var tuneType: String?
  private(set) var key: String?
  private(set) var isMarkedAsCopy = false
  private(set) var original: String?

  init(_ model: ModelDescription) { self.model = model }

  static let fields = DocumentFields<ModelFields>([
    .text("displayName", to: \.model.displayName),
    .place("versionId", to: \.versionID),
    .place("version", to: \.version),
    .value("versionAliases", to: \.model.versionAliases) { (list) throws(DocumentFault) in
      var aliases: [String] = []
      for alias in try list.elements() { aliases.append(try alias.string()) }
      return aliases
    },
    .place("createTime", to: \.createTime),
    .place("versionCreateTime", to: \.versionCreateTime),
    .object(
      "labels",
      fields: [
        .text("google-vertex-llm-tuning-base-model-id", to: \.labelledBase),
        .text("tune-type", to: \.tuneType),
      ]),
    .object(
      "tunedModelInfo",
      fields: [.text("baseModel", to: \.infoBase), .place("createTime", to: \.infoCreateTime)]),
    .text("baseModel", to: \.base),
    .object(
      "baseModelSource",
      fields: [
        .object("genieSource", fields: [.text("baseModelUri", to: \.sourceBase)]),
        .object("modelGardenSource", fields: [.text("publicModelName", to: \.gardenBase)]),
      ]),
    .text("defaultCheckpointId", to: \.model.defaultCheckpointID),
    .checkpoints(to: \.model.checkpoints),
    .object("encryptionSpec", fields: [.text("kmsKeyName", to: \.key)]),
    .object(
      "modelSourceInfo",
      fields: [
        .custom("copy") { (fields, copy) in
          fields.isMarkedAsCopy = copy.value.content == .bool(true)
        }
      ]),
    .object("originalModelInfo", fields: [.text("model", to: \.original)]),
  ])
}
