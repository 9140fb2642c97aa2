/// What supervised tuning accepts for one Gemini model that is or was tunable.
public struct TunableModel: Sendable, Equatable {
  /// The id by which a tuning job names the base model, such as `gemini-2.5-flash`.
  public let id: String
  /// The name in the documentation, such as `Gemini 2.5 Flash`.
  public let displayName: String
  /// The line of models it belongs to.
  public let family: ModelFamily
  /// Its generation.
  public let generation: ModelGeneration
  /// How far supervised tuning of the model has been launched.
  public let launchStage: Fact<LaunchStage>
  /// Whether the service still tunes it.
  public let isTunable: Fact<Bool>
  /// When the model is withdrawn.
  public let retirement: Fact<Retirement>
  /// The ids of the models that are to be used instead; empty where no page names any.
  public let replacements: Fact<[String]>
  /// How large datasets may be.
  public let limits: TuningLimits
  /// How much media an example may hold.
  public let media: MediaLimits
  /// The types of media files.
  public let mimeTypes: MIMETypes
  /// What the examples may hold.
  public let modalities: Fact<[Modality]>
  /// The regions in which tuning jobs may run, in alphabetical order; nil where the service lists none.
  public let regions: Fact<[String]?>
  /// The adapter sizes that a job may ask for, ascending.
  public let adapterSizes: Fact<[Int]>
  /// Whether tuning saves intermediate checkpoints.
  public let supportsCheckpoints: Fact<Bool>
  /// Whether tuning can use a customer-managed encryption key (CMEK).
  public let supportsEncryptionKeys: Fact<Bool>
  /// Whether a model tuned from this one can be tuned further.
  public let supportsContinuousTuning: Fact<Bool>
  /// Whether examples may hold function calls.
  public let functionCalling: Fact<FunctionCallTuning>
  /// Whether a part may set its own media resolution.
  public let supportsPartMediaResolution: Fact<Bool>
  /// The price of training, in US cents per million training tokens, which are the tokens of the dataset
  /// times the epochs; nil where it is not known.
  public let trainingPriceInCentsPerMillionTokens: Fact<Int?>
  /// The marks that the model's tokenizer reads as commands rather than text. Each begins with `<`.
  public let controlTokens: Fact<[String]>
}
