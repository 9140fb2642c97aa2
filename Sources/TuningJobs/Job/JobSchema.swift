/// The fields that a job file can have: those of the API's `TuningJob` (v1beta1, discovery document as of 2026-11-22), and
/// three of ours.
enum JobSchema {
  /// What a field holds.
  indirect enum Shape: Sendable {
    case string
    /// A whole number, which may be written as a string: 3, "3" and 3.0 are the same.
    case integer
    /// A number, which may be written as a string.
    case number
    case boolean
    /// A value of an enumeration, by name or number.
    case enumeration
    case object([JobField])
    /// Strings by name.
    case stringMap
    /// An object: what it holds is for the service to judge.
    case anyObject
    /// Anything: what it holds is for the service to judge.
    case anything

    /// What belongs there, in words.
    var noun: String {
      switch self {
      case .string: "a string"
      case .integer: "a whole number"
      case .number: "a finite number"
      case .boolean: "true or false"
      case .enumeration: "one of its values, by name"
      case .object, .stringMap, .anyObject: "an object"
      case .anything: "a value"
      }
    }
  }

  /// The fields of a job.
  static let job: [JobField] =
    [
      JobField("$schema", .string, "Where editors find the schema of this file; no part of the request."),
      JobField("project", .string, "The project that the job runs in: its id or number."),
      JobField("location", .string, "The region that the job runs in."),
      JobField(
        "datasets",
        .object([
          JobField("training", .string, "The path of the training dataset, from this file's folder."),
          JobField("validation", .string, "The path of the validation dataset, from this file's folder."),
        ]), "The local files of the dataset URIs."),
      JobField("baseModel", .string, "The base model to be tuned."),
      JobField("preTunedModel", .object(preTunedModel), "The tuned model to continue from."),
      JobField("supervisedTuningSpec", .object(supervisedTuningSpec), "Supervised tuning."),
      JobField(
        "tunedModelDisplayName", .string, "The name that the tuned model shows, of at most 128 characters."),
      JobField("description", .string, "What the job is about."),
      JobField("labels", .stringMap, "Labels of the job, its model and its endpoint."),
      JobField(
        "encryptionSpec",
        .object([JobField("kmsKeyName", .string, "The resource name of the Cloud KMS key.")]),
        "The key that encrypts all that the job makes."),
      JobField("serviceAccount", .string, "The service account that the job runs as."),
    ] + openModelFields.map { JobField($0, .string, "For open models only.", .forOpenModels) }
    + otherSpecs.map { JobField($0, .anything, "Another tuning method.", .otherMethod) }
    + outputOnly.map { JobField($0, .anything, "Set by the service.", .outputOnly) }

  private static let preTunedModel = [
    JobField(
      "tunedModelName", .string,
      "The model's resource name: projects/{project}/locations/{location}/models/{model}[@{version}]."),
    JobField("checkpointId", .string, "The checkpoint to continue from; without it, the default one."),
    JobField("baseModel", .anything, "Set by the service.", .outputOnly),
  ]

  private static let supervisedTuningSpec = [
    JobField("trainingDatasetUri", .string, "Where the training dataset is: gs://bucket/object.jsonl."),
    JobField("validationDatasetUri", .string, "Where the validation dataset is."),
    JobField("hyperParameters", .object(hyperParameters), "How the model learns."),
    JobField(
      "exportLastCheckpointOnly", .boolean, "Whether only the last checkpoint is kept; false by default."),
    JobField("evaluationConfig", .anyObject, "How the checkpoints are evaluated."),
    JobField("tuningMode", .anything, "For open models only.", .forOpenModels),
  ]

  private static let hyperParameters = [
    JobField("epochCount", .integer, "The passes over the training dataset."),
    JobField("learningRateMultiplier", .number, "What the default learning rate is multiplied with."),
    JobField("adapterSize", .enumeration, "The size of what is trained."),
    JobField("learningRate", .anything, "For open models only.", .forOpenModels),
    JobField("batchSize", .anything, "For open models only.", .forOpenModels),
  ]

  private static let openModelFields = ["customBaseModel", "outputUri"]

  private static let otherSpecs = [
    "preferenceOptimizationSpec", "distillationSpec", "reinforcementTuningSpec", "partnerModelTuningSpec",
    "fullFineTuningSpec", "veoTuningSpec", "veoLoraTuningSpec",
  ]

  private static let outputOnly = [
    "name", "state", "createTime", "startTime", "endTime", "updateTime", "error", "experiment", "tunedModel",
    "tuningDataStats", "pipelineJob", "evaluateDatasetRuns", "satisfiesPzi", "satisfiesPzs", "gcsMetricsUri",
    "tuningJobMetadata", "tuningJobState",
  ]
}

/// A field of a job file.
struct JobField: Sendable {
  /// How a field is to be taken.
  enum Status: Sendable {
    case input, outputOnly, forOpenModels, otherMethod
  }

  /// The name in camelCase.
  let name: String
  /// The name in snake_case, which Google's JSON parsers take as well.
  let snakeCaseName: String
  let shape: JobSchema.Shape
  /// What it is for, in a sentence.
  let summary: String
  let status: Status

  init(_ name: String, _ shape: JobSchema.Shape, _ summary: String, _ status: Status = .input) {
    self.name = name
    snakeCaseName = Self.snakeCase(name)
    self.shape = shape
    self.summary = summary
    self.status = status
  }

  /// Whether it holds the path of a local file.
  var isPath: Bool { name == "training" || name == "validation" }

  /// Whether a name is this field's, in either spelling: letter for letter, since to Unicode the sign of the kelvin is a K.
  func isNamed(_ other: String) -> Bool {
    name.utf8.elementsEqual(other.utf8) || snakeCaseName.utf8.elementsEqual(other.utf8)
  }

  /// A name in camelCase as Google's JSON parsers take it in snake_case.
  static func snakeCase(_ name: String) -> String {
    name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
  }
}
