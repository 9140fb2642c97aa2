import Diagnostics
public import ModelCatalog

/// What the service accepts of a dataset: the limits of a model, or the loosest of all tunable ones.
public struct DatasetLimits: Sendable {
  /// The size of a file in bytes from which it may be too large.
  public var largeFileBytes: Int
  /// The size of a file in bytes above which it is too large.
  public var maximumFileBytes: Int
  /// The most examples of a training dataset; nil if none is published.
  public var maximumTextExamples: Int?
  /// The most examples of a training dataset with media; nil if none is published.
  public var maximumMultimodalExamples: Int?
  /// The most examples of a validation dataset.
  public var maximumValidationExamples: Int
  /// The share of the training examples above which a larger validation dataset may be refused.
  public var validationShare: ValidationShare?
  /// The number of training examples that is advised.
  public var recommendedExamples: Int
  /// The number of training examples below which little can be learned.
  public var fewExamples: Int
  /// The most tokens of an example: the service drops longer ones.
  public var maximumTokensPerExample: Int
  /// The tokens that delimit turns, which no text should contain.
  public var controlTokens: [String]

  /// The limits of a model.
  public init(of model: TunableModel) {
    self.init(model.limits, controlTokens: model.controlTokens.value)
  }

  /// The loosest limits of the tunable models.
  public init(loosestOf catalog: ModelCatalog) {
    // No text contains such a token by chance, so that of any model is worth a warning.
    let tokens = Set(catalog.tunableModels.flatMap(\.controlTokens.value))
    self.init(catalog.loosestLimits.limits, controlTokens: tokens.sorted())
  }

  private init(_ limits: TuningLimits, controlTokens: [String]) {
    largeFileBytes = limits.largeFileBytes.value
    maximumFileBytes = limits.maxFileBytes.value
    maximumTextExamples = limits.maxTextExamples.value
    maximumMultimodalExamples = limits.maxMultimodalExamples.value
    maximumValidationExamples = limits.maxValidationExamples.value
    validationShare = limits.validationShare.value
    recommendedExamples = limits.recommendedExamples.value
    fewExamples = limits.fewExamples.value
    maximumTokensPerExample = limits.maxTokensPerExample.value
    self.controlTokens = controlTokens
  }
}
