import Documents
import JSONLines

/// The fields that a job file can have: those of the API's `TuningJob` (v1beta1, discovery document as of 2026-11-22), and
/// three of ours. Each entry says what its field sets in the job.
enum JobSchema {
  /// The fields of a job.
  static let job = JobFields<TuningJob>(inputs + forOpenModels + ofOtherMethods + outputs)

  private static let inputs: [JobField<TuningJob>] = [
    .ignored(
      "$schema", .string, "The schema of this file, for editors; it is not part of the request."),
    .text("project", to: \.project, "The id or number of the project that the job runs in."),
    .text("location", to: \.location, "The region that the job runs in."),
    .object("datasets", datasets, "The local files of the dataset URIs."),
    .text("baseModel", to: \.baseModel, "The base model to tune."),
    .object(
      "preTunedModel", to: \.preTunedModel, TuningJob.PreTunedModel(), preTunedModel,
      "The tuned model to continue from."),
    .object(
      "supervisedTuningSpec", to: \.supervisedTuningSpec, TuningJob.SupervisedTuningSpec(),
      supervisedTuningSpec, "Supervised tuning."),
    .text(
      "tunedModelDisplayName", to: \.tunedModelDisplayName,
      "The display name of the tuned model, at most 128 characters."),
    .text("description", to: \.description, "A description of the job."),
    labels,
    .object("encryptionSpec", encryptionSpec, "The key that encrypts everything that the job creates."),
    .text("serviceAccount", to: \.serviceAccount, "The service account that the job runs as."),
  ]

  private static let forOpenModels: [JobField<TuningJob>] = ["customBaseModel", "outputUri"].map {
    .named($0, in: \.openModelFields, .string, "For open models only.", .forOpenModels)
  }

  private static let ofOtherMethods: [JobField<TuningJob>] = otherSpecs.map {
    .named($0, in: \.otherSpecs, .anything, "Another tuning method.", .otherMethod)
  }

  private static let outputs: [JobField<TuningJob>] = outputOnly.map { .outputOnly($0) }

  static let datasets = JobFields<TuningJob>([
    .path(
      "training", to: \.datasets.training, "The path of the training dataset, relative to this file's folder."
    ),
    .path(
      "validation", to: \.datasets.validation,
      "The path of the validation dataset, relative to this file's folder."),
  ])

  static let preTunedModel = JobFields<TuningJob.PreTunedModel>([
    .text(
      "tunedModelName", to: \.tunedModelName,
      "The model's resource name: projects/{project}/locations/{location}/models/{model}[@{version}]."),
    .text(
      "checkpointId", to: \.checkpointId, "The checkpoint to continue from; without it, the default one."),
    .outputOnly("baseModel"),
  ])

  static let encryptionSpec = JobFields<TuningJob>([
    .text("kmsKeyName", to: \.kmsKeyName, "The resource name of the Cloud KMS key.")
  ])

  private static let supervisedTuningSpec = JobFields<TuningJob.SupervisedTuningSpec>([
    .text(
      "trainingDatasetUri", to: \.trainingDatasetUri,
      "Where the training dataset is: gs://bucket/object.jsonl."),
    .text("validationDatasetUri", to: \.validationDatasetUri, "Where the validation dataset is."),
    .object(
      "hyperParameters", to: \.hyperParameters, TuningJob.HyperParameters(), hyperParameters,
      "The hyperparameters."),
    .boolean(
      "exportLastCheckpointOnly", to: \.exportLastCheckpointOnly,
      "Whether only the last checkpoint is kept; false by default."),
    evaluationConfig,
    .unread("tuningMode", to: \.tuningMode, "For open models only.", .forOpenModels),
  ])

  private static let hyperParameters = JobFields<TuningJob.HyperParameters>([
    .integer("epochCount", to: \.epochCount, "The number of passes over the training dataset."),
    .number(
      "learningRateMultiplier", to: \.learningRateMultiplier,
      "The factor for the default learning rate."),
    adapterSize,
    .unread("learningRate", to: \.learningRate, "For open models only.", .forOpenModels),
    .unread("batchSize", to: \.batchSize, "For open models only.", .forOpenModels),
  ])

  private static let adapterSize = JobField<TuningJob.HyperParameters>(
    JobFieldDescription("adapterSize", .enumeration, "The adapter size."), to: \.adapterSize
  ) { (size) throws(DocumentFault) in
    if let name = size.value.string { return .name(name) }
    return .number(try JobNumber.whole(size, expected: "the name of an adapter size"))
  }

  private static let evaluationConfig = JobField<TuningJob.SupervisedTuningSpec>(
    JobFieldDescription("evaluationConfig", .anyObject, "How the checkpoints are evaluated.")
  ) { (spec, config, _) throws(DocumentFault) in
    guard config.value.kind == .object else { throw config.expected("an object") }
    spec.evaluationConfig = Placed(config.value, at: config.nameRange ?? config.value.range)
  }

  private static let labels = JobField<TuningJob>(
    JobFieldDescription("labels", .stringMap, "Labels of the job, its model and its endpoint.")
  ) { (job, labels, faults) throws(DocumentFault) in
    for (key, label) in try labels.members() {
      do throws(DocumentFault) {
        let text = try label.string()
        job.labels.append(
          (Placed(key, at: label.nameRange ?? label.value.range), Placed(text, at: label.value.range)))
      } catch {
        try faults.note(error)
      }
    }
  }

  /// The fields of the other tuning methods.
  static let otherSpecs = [
    "preferenceOptimizationSpec", "distillationSpec", "reinforcementTuningSpec", "partnerModelTuningSpec",
    "fullFineTuningSpec", "veoTuningSpec", "veoLoraTuningSpec",
  ]

  private static let outputOnly = [
    "name", "state", "createTime", "startTime", "endTime", "updateTime", "error", "experiment", "tunedModel",
    "tuningDataStats", "pipelineJob", "evaluateDatasetRuns", "satisfiesPzi", "satisfiesPzs", "gcsMetricsUri",
    "tuningJobMetadata", "tuningJobState",
  ]
}
