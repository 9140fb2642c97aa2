import ModelCatalog

/// What nobody can know before a job is created: a clause each, that goes on from "the service will check".
enum OnlineChecks {
  static func list(_ context: JobContext) -> [String] {
    var checks: [String] = []
    if let model = context.baseModel, context.job.baseModel != nil {
      let place = context.jobLocation.map { " in \($0)" } ?? ""
      checks.append("whether \(model.displayName) can be tuned\(place) on the day of the job")
    }
    if let name = context.tunedModelName { checks += ofTunedModel(name, context) }
    let spec = context.job.supervisedTuningSpec?.value
    for uri in [spec?.trainingDatasetUri, spec?.validationDatasetUri].compactMap(\.self) {
      checks.append("whether \(Shown.name(uri.value)) exists, and may be read")
    }
    if let key = context.encryptionKeyName {
      checks.append("whether the key \(key.key) exists, and may be used by the service")
    }
    if let account = context.job.serviceAccount {
      checks.append("whether \(Shown.name(account.value)) exists, and has the roles that tuning needs")
    }
    checks.append("whether the project's quota of concurrent tuning jobs leaves room")
    return checks
  }

  private static func ofTunedModel(_ name: ModelName, _ context: JobContext) -> [String] {
    var checks: [String] = []
    if let project = context.jobProject, project.kind != name.project.kind {
      checks.append("whether \(project) and \(name.project) are the same project, which need not be")
    }
    guard let model = context.modelDescription else {
      checks += [
        "whether \(name) exists",
        "whether it was tuned by supervised tuning, on or after 2025-07-11, from a base model whose tuned models can "
          + "be tuned further",
        "whether its own tuning job had \(context.job.kmsKeyName == nil ? "no" : "the same") encryption key",
        checkpoint(context),
      ]
      if context.job.tunedModelDisplayName != nil {
        checks.append("whether its display name is another one, so that a new model is made")
      }
      return checks
    }
    checks.append("whether \(name) still is as its description says")
    if model.baseModelID == nil {
      checks.append("whether its base model is one whose tuned models can be tuned further")
    }
    if model.method == nil { checks.append("whether it was tuned by supervised tuning") }
    if model.tuned == nil { checks.append("whether it was tuned on or after 2025-07-11") }
    if case .notTold = model.encryptionKey {
      checks.append(
        "whether its own tuning job had \(context.job.kmsKeyName == nil ? "no" : "the same") encryption key")
    }
    if isCheckpointOpen(model, context) { checks.append(checkpoint(context)) }
    if case .alias = name.version?.kind, model.versionAliases == nil, let version = name.version {
      checks.append("whether the alias '\(version)' is that of the version described")
    }
    if context.job.tunedModelDisplayName != nil, model.displayName == nil {
      checks.append("whether its display name is another one, so that a new model is made")
    }
    return checks
  }

  /// Whether the description leaves open from which checkpoint the job goes on.
  private static func isCheckpointOpen(_ model: ModelDescription, _ context: JobContext) -> Bool {
    context.job.preTunedModel?.value.checkpointId == nil
      ? model.defaultCheckpointID == nil : model.checkpoints == nil
  }

  private static func checkpoint(_ context: JobContext) -> String {
    context.job.preTunedModel?.value.checkpointId.map {
      "whether it has the checkpoint '\(Shown.name($0.value))'"
    }
      ?? "which checkpoint is its default one, from which the job goes on"
  }
}
