public import ModelCatalog

/// What the service requires of a dataset: of one model, or the loosest of all that can be tuned.
///
/// The limits are facts of the catalogue, each with its source and confidence.
public struct DatasetRequirements: Sendable {
  /// The limits on datasets.
  public var limits: TuningLimits
  /// The limits on media.
  public var media: MediaLimits
  /// The types of media files that the service reads.
  public var mimeTypes: MIMETypes
  /// What the model can be tuned on; nil without a model.
  public var modalities: Fact<[Modality]>?
  /// Whether parts can set their own media resolution; nil without a model.
  public var supportsPartMediaResolution: Fact<Bool>?
  /// The model; nil where the requirements are those of no model alone.
  public var model: TunableModel?
  /// The tokens that delimit turns, which no text should contain.
  public var controlTokens: [String]

  /// What a model requires.
  public init(of model: TunableModel) {
    limits = model.limits
    media = model.media
    mimeTypes = model.mimeTypes
    modalities = model.modalities
    supportsPartMediaResolution = model.supportsPartMediaResolution
    self.model = model
    controlTokens = model.controlTokens.value
  }

  /// The loosest requirements of several models.
  public init(_ loosest: LoosestLimits) {
    limits = loosest.limits
    media = loosest.media
    mimeTypes = loosest.mimeTypes
    controlTokens = loosest.controlTokens
  }

  /// The loosest requirements of the models that can be tuned.
  public init(loosestOf catalog: ModelCatalog) { self.init(catalog.loosestLimits) }

  /// What is required of a validation dataset: no page limits the tokens of its examples, so the limit is assumed.
  var ofValidation: DatasetRequirements {
    var requirements = self
    requirements.limits.maxTokensPerExample = limits.maxTokensPerExample.assumed()
    return requirements
  }
}
