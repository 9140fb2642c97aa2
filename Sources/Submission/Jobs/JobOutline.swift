import Documents
import TuningJobs

/// What tells two tuning jobs apart: the model, the data, and how they are tuned. Labels do not count.
struct JobOutline: Sendable {
  private let baseModel: String?
  private let tunedModel: String?
  private let checkpoint: String?
  private let training: String?
  private let validation: String?
  private let epochs: Int?
  private let multiplier: Double?
  private let adapterSize: String?
  private let isLastCheckpointOnly: Bool
  let displayName: String?
  private let key: String?

  /// Reads a request or an answer: both are a `TuningJob`.
  init(_ value: DocumentValue) {
    let tuned = value["preTunedModel"]
    baseModel = value.text("baseModel")
    tunedModel = tuned?.text("tunedModelName")
    checkpoint = tuned?.text("checkpointId")
    let spec = value["supervisedTuningSpec"]
    training = spec?.text("trainingDatasetUri")
    validation = spec?.text("validationDatasetUri")
    let parameters = spec?["hyperParameters"]
    epochs = parameters?.number("epochCount")
    multiplier = parameters?["learningRateMultiplier"]?.decimalNumber
    adapterSize = parameters?.text("adapterSize")
    isLastCheckpointOnly = spec?.isTrue("exportLastCheckpointOnly") ?? false
    displayName = value.text("tunedModelDisplayName")
    key = value["encryptionSpec"]?.text("kmsKeyName")
  }

  /// The model that is tuned: a base model's id, or a tuned model's name.
  var model: String? { tunedModel ?? baseModel }

  /// Whether a job of the service is what was asked for. What was left to the service may be anything.
  func asksFor(_ answer: JobOutline) -> Bool {
    func fits<Value: Equatable>(_ asked: Value?, _ answered: Value?) -> Bool {
      asked == nil || asked == answered
    }
    return training == answer.training && validation == answer.validation && isSameModel(as: answer)
      && fits(checkpoint, answer.checkpoint) && fits(epochs, answer.epochs)
      && fits(multiplier, answer.multiplier) && fits(adapterSize, answer.adapterSize)
      && isLastCheckpointOnly == answer.isLastCheckpointOnly && fits(displayName, answer.displayName)
      && fits(key, answer.key)
  }

  /// Whether both tune the same model. The service writes the number of a project where the request has its id, and may add
  /// the version.
  private func isSameModel(as answer: JobOutline) -> Bool {
    guard let tunedModel else { return answer.tunedModel == nil && baseModel == answer.baseModel }
    guard let own = try? ModelName(tunedModel), let other = answer.tunedModel.flatMap({ try? ModelName($0) })
    else { return tunedModel == answer.tunedModel }
    let isSameVersion: Bool
    if case .number = own.version?.kind {
      isSameVersion = own.version == other.version
    } else {
      isSameVersion = true
    }
    return own.modelID == other.modelID && own.location == other.location && isSameVersion
      && !own.project.certainlyDiffers(from: other.project)
  }
}
