/// What each Gemini model accepts in supervised tuning, as it was known on one day.
///
/// A catalogue has at least one model that can be tuned, and no two models with the same id.
public struct ModelCatalog: Sendable, Equatable {
  /// The day on which the facts were put together; none is newer.
  public let asOf: CatalogDate
  /// The places where they were read.
  public let sources: [CatalogSource]
  /// The locations of the service.
  public let locations: CatalogLocations
  /// The models that can be tuned, newest first, then those that could be tuned once.
  public let models: [TunableModel]
  /// Models that are known but cannot be tuned, without limits.
  public let untunableModels: [UntunableModel]

  /// The models that the service tunes as far as is known, newest first.
  public var tunableModels: [TunableModel] { models.filter(\.isTunable.value) }

  /// The model of exactly this id that is or was tunable.
  public func model(id: String) -> TunableModel? { models.first { $0.id == id } }

  /// The model of exactly this id that cannot be tuned and has no limits.
  public func untunableModel(id: String) -> UntunableModel? { untunableModels.first { $0.id == id } }
}
