/// A model that is known and cannot be tuned: it never could be, or it is retired and its limits are not known.
public struct UntunableModel: Sendable, Equatable {
  /// The id by which requests name it.
  public let id: String
  /// The name in the documentation.
  public let displayName: String
  /// The line of models it belongs to.
  public let family: ModelFamily
  /// Its generation.
  public let generation: ModelGeneration
  /// False, with the page and the day on which that was read.
  public let isTunable: Fact<Bool>
  /// The ids of the models that are to be used instead; empty where no page names any.
  public let replacements: Fact<[String]>
}

extension UntunableModel: CatalogRecord {
  static let fields = CatalogFields(
    UntunableModel.init,
    Field("id", \.id, "an id is not empty") { !$0.isEmpty },
    Field("displayName", \.displayName),
    Field("family", \.family),
    Field("generation", \.generation),
    Field("isTunable", \.isTunable, "a tunable model belongs in 'models'", unlessValue: { !$0 }),
    Field("replacements", \.replacements))
}
