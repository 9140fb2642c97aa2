import ModelCatalog

/// What only the service can check, when a job is created: clauses that continue "the service will check".
enum OnlineChecks {
  static func list(_ context: JobContext) -> [String] {
    var checks: [String] = []
    if let model = context.baseModel, context.job.baseModel != nil {
      let place = context.jobLocation.map { " in \($0)" } ?? ""
      checks.append("whether \(model.displayName) can be tuned\(place) on the day of the job")
    }
    if context.isModelNotCovered, let model = context.namedBaseModelID {
      let place = context.jobLocation.map { " in \($0)" } ?? ""
      checks.append("whether \(Shown.name(model)) can be tuned\(place)")
    }
    if let name = context.tunedModelName { checks += ofTunedModel(name, context) }
    let spec = context.job.supervisedTuningSpec?.value
    for uri in [spec?.trainingDatasetUri, spec?.validationDatasetUri].compactMap(\.self) {
      checks.append("whether \(Shown.name(uri.value)) exists and can be read")
    }
    if let key = context.encryptionKeyName {
      checks.append("whether the key \(key.key) exists and the service can use it")
    }
    if let account = context.job.serviceAccount {
      checks.append("whether \(Shown.name(account.value)) exists and has the roles that tuning needs")
    }
    checks.append("whether the project has quota for another concurrent tuning job")
    return checks
  }

  private static func ofTunedModel(_ name: ModelName, _ context: JobContext) -> [String] {
    var checks: [String] = []
    if let project = context.jobProject, project.kind != name.project.kind {
      checks.append(
        "whether the job's project, \(project), and the model's project, \(name.project), are the same")
    }
    guard let model = context.modelDescription else {
      checks += [
        "whether \(name) exists",
        "whether it was tuned by supervised tuning, on or after 2025-07-11, from a base model that supports "
          + "continuous tuning",
        "whether its tuning job had \(context.job.kmsKeyName == nil ? "no" : "the same") encryption key",
        checkpoint(context),
      ]
      if context.job.tunedModelDisplayName != nil {
        checks.append("whether its display name is different, so that the job creates a new model")
      }
      return checks
    }
    checks.append("whether \(name) still matches its description")
    if model.baseModelID == nil {
      checks.append("whether its base model supports continuous tuning")
    }
    if model.method == nil { checks.append("whether it was tuned by supervised tuning") }
    if model.tuned == nil { checks.append("whether it was tuned on or after 2025-07-11") }
    if case .notTold = model.encryptionKey {
      checks.append(
        "whether its tuning job had \(context.job.kmsKeyName == nil ? "no" : "the same") encryption key")
    }
    if isCheckpointOpen(model, context) { checks.append(checkpoint(context)) }
    if case .alias = name.version?.kind, model.versionAliases == nil, let version = name.version {
      checks.append("whether the alias '\(version)' points to the described version")
    }
    if context.job.tunedModelDisplayName != nil, model.displayName == nil {
      checks.append("whether its display name is different, so that the job creates a new model")
    }
    return checks
  }

  /// Whether the description does not say which checkpoint the job continues from.
  private static func isCheckpointOpen(_ model: ModelDescription, _ context: JobContext) -> Bool {
    context.job.preTunedModel?.value.checkpointId == nil
      ? model.defaultCheckpointID == nil : model.checkpoints == nil
  }

  private static func checkpoint(_ context: JobContext) -> String {
    context.job.preTunedModel?.value.checkpointId.map {
      "whether it has the checkpoint '\(Shown.name($0.value))'"
    }
      ?? "which checkpoint is its default one, which the job continues from"
  }
}
